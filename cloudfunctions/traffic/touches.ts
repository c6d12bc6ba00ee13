import { creditedTouch, type Touch, type Touches, withTouches } from '../../shared/traffic/touch';
import { _, db, insert, readMany } from '../_runtime/database';

/** The first and the last that brought a person to a shop. */
export interface TouchRecord extends Touches {
  /** `shopId~openId` */
  _id: string;
  shopId: string;
  openId: string;
  /** Counts the writes, for compare and set. */
  version: number;
}

const collection = 'touches';
const idOf = (shopId: string, openId: string): string => `${shopId}~${openId}`;

type Known = Touches & { version?: number };

/** What brought a person to these shops, by shop; a shop that nothing brought them to is missing. */
export async function readTouches(openId: string, shopIds: readonly string[]): Promise<Map<string, TouchRecord>> {
  const records = await readMany<TouchRecord>(
    collection,
    shopIds.map((shopId) => idOf(shopId, openId)),
  );
  return new Map(records.map((record) => [record.shopId, record]));
}

/** What an order of this moment is credited to, by shop; and what brought the person first. */
export async function creditsOf(openId: string, shopIds: readonly string[], at: number): Promise<Map<string, Touches>> {
  const touches = await readTouches(openId, shopIds);
  return new Map([...touches].map(([shopId, known]) => [shopId, within(known, at)]));
}

function within(known: Touches, at: number): Touches {
  const last = creditedTouch(known, at);
  return { ...(known.first && { first: known.first }), ...(last && { last }) };
}

/** Notes what else brought a person to shops, over what is `known` of it. The same again changes nothing. */
export async function noteTouches(
  openId: string,
  known: ReadonlyMap<string, Known>,
  more: ReadonlyMap<string, readonly Touch[]>,
): Promise<void> {
  await Promise.all([...more].map(([shopId, touches]) => note(openId, shopId, known.get(shopId), touches)));
}

/** Only one person's own phone writes here; a second one of theirs may be in the way once. */
const rounds = 4;

async function note(openId: string, shopId: string, read: Known | undefined, more: readonly Touch[]): Promise<void> {
  let known = read;
  for (let round = 0; round < rounds; round += 1) {
    if (await write(openId, shopId, known, withTouches(known ?? {}, more))) return;
    known = (await readTouches(openId, [shopId])).get(shopId);
  }
  throw new Error(`what brought somebody to ${shopId} keeps changing`);
}

/** Writes touches over what was known; false when somebody else did meanwhile. */
async function write(openId: string, shopId: string, known: Known | undefined, next: Touches): Promise<boolean> {
  const _id = idOf(shopId, openId);
  if (!known)
    return (await insert(collection, { _id, shopId, openId, ...next, version: 1 } as TouchRecord)) === 'inserted';
  if (known.first?.at === next.first?.at && known.last?.at === next.last?.at) return true;
  const { updated } = await db
    .collection(collection)
    .where({ _id, version: known.version })
    .update({ first: _.set(next.first), last: _.set(next.last), version: (known.version ?? 0) + 1 });
  return updated === 1;
}
