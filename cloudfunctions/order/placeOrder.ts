import {
  accept,
  type OutputOf,
  type ParsedInputOf,
  type RefusalOf,
  type Reply,
  refuse,
} from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Context } from '../_runtime/context';
import type { Handler } from '../_runtime/serve';
import {
  type Attempt,
  giveBackStock,
  keepStock,
  readShop,
  readSkus,
  recordSale,
  type SkuRecord,
  takeStock,
} from '../shop/public';
import { type AddressRecord, readAddress } from './addresses';
import { removeCartLines } from './carts';
import { decideOrder } from './decideOrder';
import { insertOrder, type OrderRecord, readOrder } from './orders';

type Place = OrderContract['placeOrder'];
type Input = ParsedInputOf<Place>;
type Placed = Reply<OutputOf<Place>, RefusalOf<Place>>;

/** How long a shopper may take to pay before the stock goes back. */
const payWithinMs = 15 * 60_000;

/**
 * Places an order once for each `orderId`: the id of the record decides which of several equal calls did it, and all
 * of them answer with that order. Stock is taken first, so that an order which exists can be honoured (ADR 0002).
 */
export const placeOrder: Handler<Place> = async (input, context) => {
  // Only a call that runs beside its own double goes round again; each round waits for the database, so three are plenty.
  for (let round = 0; round < 3; round += 1) {
    const answer = await tryToPlace(input, context);
    if (answer !== 'beingPlaced') return answer;
  }
  throw new Error(`order ${input.orderId} is still being placed by another call`);
};

async function tryToPlace(input: Input, context: Context): Promise<Placed | 'beingPlaced'> {
  const { orderId, shopId, lines } = input;
  const { openId, now } = context;
  const [placed, shop, address, skus] = await Promise.all([
    readOrder(orderId),
    readShop(shopId),
    readAddress(input.addressId, openId),
    readSkus(lines.map((line) => line.skuId)),
  ]);
  if (placed) return answerWith(placed, input, openId);
  if (!shop) return refuse({ code: 'NOT_FOUND', what: 'shop' });
  if (!address) return refuse({ code: 'NOT_FOUND', what: 'address' });

  const decision = decideOrder({ ...input, skus, freight: shop.freight });
  if (!decision.ok) return decision.refusal.code === 'OUT_OF_STOCK' ? answerShortage(input, context, skus) : decision;

  const attempt: Attempt = { key: context.newId(), orderId, shopId, by: openId, at: now };
  const short = await takeStock(attempt, lines);
  if (short.length > 0) return answerShortage(input, context, await readSkus(lines.map((line) => line.skuId)));

  const order = newOrder(input, attempt, decision.value, shop.name, address);
  const [inserted] = await Promise.all([insertOrder(order), recordSale(attempt, lines)]);
  const winner = inserted === 'exists' ? await readOrder(orderId) : order;
  if (!winner) throw new Error(`order ${orderId} was there and is not`);
  if (winner.attemptKey !== attempt.key) {
    await giveBackStock(attempt, lines);
    return answerWith(winner, input, openId);
  }
  await Promise.all([
    keepStock(attempt, lines),
    removeCartLines(
      openId,
      lines.map((line) => line.skuId),
    ),
  ]);
  return accept(placedView(order));
}

/** Too little stock: unless it is this same order, placed or being placed by another call, that holds it. */
async function answerShortage(
  input: Input,
  { openId }: Context,
  skus: readonly SkuRecord[],
): Promise<Placed | 'beingPlaced'> {
  // Read after the SKUs: a note that was already dropped there means that the order is to be found here.
  const placed = await readOrder(input.orderId);
  if (placed) return answerWith(placed, input, openId);
  const notes = skus.flatMap((sku) => Object.values(sku.pending));
  if (notes.some((note) => note.orderId === input.orderId && note.by === openId)) return 'beingPlaced';

  for (const { skuId, quantity } of input.lines) {
    const left = skus.find((sku) => sku._id === skuId)?.stock ?? 0;
    if (left < quantity) return refuse({ code: 'OUT_OF_STOCK', skuId, left });
  }
  return 'beingPlaced';
}

function answerWith(order: OrderRecord, { shopId, lines }: Input, openId: string): Placed {
  const same =
    order.openId === openId &&
    order.shopId === shopId &&
    order.lines.length === lines.length &&
    lines.every((line) => order.lines.some((each) => each.skuId === line.skuId && each.quantity === line.quantity));
  return same ? accept(placedView(order)) : refuse({ code: 'ORDER_ID_TAKEN' });
}

const newOrder = (
  { orderId, shopId, note }: Input,
  { key, by, at }: Attempt,
  decided: Pick<OrderRecord, 'lines' | 'price'>,
  shopName: string,
  { name, phone, region, detail }: AddressRecord,
): OrderRecord => ({
  _id: orderId,
  attemptKey: key,
  openId: by,
  shopId,
  shopName,
  status: 'awaitingPayment',
  ...decided,
  receiver: { name, phone, region: region.join(' '), detail },
  note,
  placedAt: at,
  payBefore: at + payWithinMs,
});

const placedView = ({ _id, status, price, payBefore }: OrderRecord): OutputOf<Place> => ({
  orderId: _id,
  status,
  toPay: price.toPay,
  payBefore,
});
