import { _, db, insert, readOne } from '../_runtime/database';

/** A person's cart. It holds no prices: those are read from the shop whenever the cart is shown. */
export interface CartRecord {
  /** The person's openid. */
  _id: string;
  lines: Record<string, { quantity: number; addedAt: number }>;
}

const collection = 'carts';

/** How many SKUs a cart may hold. */
export const cartLimit = 50;

export const readCart = (openId: string): Promise<CartRecord | undefined> => readOne<CartRecord>(collection, openId);

/** Sets one line; 0 takes it out. */
export async function writeCartLine(openId: string, skuId: string, quantity: number, addedAt: number): Promise<void> {
  const line = { quantity, addedAt };
  const change = { [`lines.${skuId}`]: quantity === 0 ? _.remove() : _.set(line) };
  const update = () => db.collection(collection).doc(openId).update(change);
  if ((await update()).updated === 1 || quantity === 0) return;
  // The first line of this person's cart; if two of them race, the second finds the cart there.
  if ((await insert(collection, newCart(openId, skuId, line))) === 'exists') await update();
}

/** Puts several SKUs in; of one that is in already, at least as many. Safe twice. */
export async function addCartLines(
  openId: string,
  cart: CartRecord | undefined,
  lines: readonly { skuId: string; quantity: number }[],
  addedAt: number,
): Promise<void> {
  const wanted = lines.map(({ skuId, quantity }) => {
    const there = cart?.lines[skuId]?.quantity ?? 0;
    return [skuId, { quantity: Math.min(99, Math.max(there, quantity)), addedAt }] as const;
  });
  const update = () =>
    db
      .collection(collection)
      .doc(openId)
      .update(Object.fromEntries(wanted.map(([skuId, line]) => [`lines.${skuId}`, _.set(line)])));
  if ((await update()).updated === 1) return;
  if ((await insert(collection, { _id: openId, lines: Object.fromEntries(wanted) } as CartRecord)) === 'exists') {
    await update();
  }
}

/** Takes out what was just ordered. */
export async function removeCartLines(openId: string, skuIds: readonly string[]): Promise<void> {
  const change = Object.fromEntries(skuIds.map((skuId) => [`lines.${skuId}`, _.remove()]));
  await db.collection(collection).doc(openId).update(change);
}

const newCart = (openId: string, skuId: string, line: CartRecord['lines'][string]): CartRecord => ({
  _id: openId,
  lines: { [skuId]: line },
});
