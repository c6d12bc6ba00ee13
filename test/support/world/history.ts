import type { AddressRecord } from '../../../cloudfunctions/order/addresses';
import { costsOf } from '../../../cloudfunctions/order/costsOf';
import { derived } from '../../../cloudfunctions/order/derived';
import type { HistoryEntry, OrderRecord, ParcelRecord } from '../../../cloudfunctions/order/OrderRecord';
import { orderLine, pricedLine } from '../../../cloudfunctions/order/orderLine';
import { termsOf } from '../../../cloudfunctions/shop/shops';
import type { SkuRecord } from '../../../cloudfunctions/shop/skus';
import type { StockMoveRecord } from '../../../cloudfunctions/shop/stockMoves';
import { fen } from '../../../shared/kernel/money';
import { carrierCodes } from '../../../shared/order/carriers';
import { paidShares, priceOrder } from '../../../shared/order/price';
import type { OrderStatus } from '../../../shared/order/status';
import { type Origin, originKey } from '../../../shared/traffic/touch';
import type { Goods } from './goods';
import { type DemoPerson, sellers, shoppers } from './people';
import { type Random, seededRandom } from './random';

export interface History {
  addresses: AddressRecord[];
  orders: OrderRecord[];
  stockMoves: StockMoveRecord[];
}

const day = 86_400_000;

/**
 * What the twenty shoppers bought during the last two months. Sold pieces are added to the SKUs' first stock, so that
 * the present stock stays as written in the goods and every SKU's moves add up.
 */
export function historyOf({ shop, skus }: Goods, now: number): History {
  const random = seededRandom(88);
  const addresses = shoppers.map((person) => addressOf(person, random));
  const orders = shoppers.flatMap((person, index) =>
    Array.from({ length: 1 + (index % 4) }, (_none, number) =>
      pastOrder(person, number, addresses[index] as AddressRecord, shop, skus, now, random),
    ),
  );
  const stockMoves = orders.flatMap(movesOf);
  for (const move of stockMoves) {
    const sku = skus.find((each) => each._id === move.skuId);
    if (sku) sku.initialStock -= move.delta;
  }
  return { addresses, orders, stockMoves };
}

function pastOrder(
  person: DemoPerson,
  number: number,
  { name, phone, region, detail }: AddressRecord,
  shop: Goods['shop'],
  skus: readonly SkuRecord[],
  now: number,
  random: Random,
): OrderRecord {
  const chosen = new Set(Array.from({ length: random.between(1, 3) }, () => random.pick(skus)));
  const wanted = [...chosen].map((sku) => ({ sku, quantity: random.between(1, 2) }));
  const priced = wanted.map(({ sku, quantity }) => pricedLine(sku, quantity, false));
  const price = priceOrder(priced, termsOf(shop), 'express', { province: region[0] });
  if (typeof price === 'string') throw new Error(`nobody can send to ${region[0]}: ${price}`);
  const paid = paidShares(priced, price);
  const lines = wanted.map(({ sku, quantity }, index) => ({
    ...orderLine(sku, quantity, false),
    paid: paid[index] ?? fen(0),
  }));
  const placedAt = now - random.between(1, number === 0 ? 3 : 60) * day - random.between(0, day);
  const orderId = `demo${person.openId.slice(-2)}${String(number).padStart(2, '0')}${String(random.between(0, 999_999)).padStart(6, '0')}`;
  const status = statusAfter(now - placedAt, random);
  const sent = status === 'paid' ? undefined : parcel(random);
  const shippedAt = placedAt + day / 2;
  const receivedAt = sent && status !== 'shipped' ? shippedAt + 3 * day : undefined;
  const note = random.pick(['', '', '', '麻烦包严实些，送长辈', '放门口快递柜']);
  return derived({
    _id: orderId,
    version: 1,
    attemptKey: `seed-${orderId}`,
    openId: person.openId,
    shopId: shop._id,
    shopName: shop.name,
    checkout: { checkoutId: orderId, orderIds: [orderId], toPay: price.toPay },
    status,
    way: 'express',
    lines,
    costs: costsOf(lines, skus),
    price,
    credit: creditOf(person, number, placedAt),
    receiver: { name, phone, region: region.join(' '), detail },
    note,
    placedAt,
    payBefore: placedAt + 900_000,
    payment: { transactionId: `4200${orderId}`, amount: price.toPay, paidAt: placedAt + 40_000 },
    parcels: sent ? [sent] : [],
    ...(sent && { shippedAt }),
    ...(receivedAt && { receivedAt }),
    ...{ cases: [], refunds: [], stockReturns: [] },
    history: [
      { at: placedAt, by: person.openId, what: 'placed', note },
      { at: placedAt + 40_000, by: 'WeChat Pay', what: 'paid', note: '' },
      ...(sent ? [{ at: shippedAt, by: sellers.clerk.openId, what: 'shipped', note: sent.trackingNumber }] : []),
      ...(receivedAt ? [{ at: receivedAt, by: person.openId, what: 'received', note: '' }] : []),
    ] satisfies HistoryEntry[],
  });
}

/** What brought the demo's past orders: a little of everything; the rest came by themselves. */
const brought: readonly Origin[] = [
  { source: 'article', articleId: 'vinegar-yard' },
  { source: 'friend' },
  { source: 'code', channel: 'demo-counter' },
  { source: 'nearby' },
  { source: 'article', articleId: 'first-frost' },
  { source: 'search' },
];

function creditOf({ openId }: DemoPerson, number: number, placedAt: number): OrderRecord['credit'] {
  const from = brought[(Number(openId.slice(-2)) + number) % (brought.length + 1)];
  if (!from) return { origin: originKey(undefined), again: number > 0 };
  const touch = { ...from, at: placedAt - 3_600_000 };
  return { origin: originKey(touch), first: touch, last: touch, again: number > 0 };
}

function parcel(random: Random): ParcelRecord {
  const carrier = random.pick(carrierCodes);
  return { carrier, trackingNumber: `${carrier}${random.between(10 ** 11, 10 ** 12 - 1)}` };
}

function statusAfter(age: number, random: Random): OrderStatus {
  if (age < 3 * day) return random.pick(['paid', 'paid', 'shipped']);
  return age < 12 * day ? random.pick(['shipped', 'received']) : 'completed';
}

const movesOf = (order: OrderRecord): StockMoveRecord[] =>
  order.lines.map(({ skuId, quantity }) => ({
    _id: `sale-${order.attemptKey}-${skuId}`,
    shopId: order.shopId,
    skuId,
    delta: -quantity,
    reason: 'sale',
    note: '',
    orderId: order._id,
    by: order.openId,
    at: order.placedAt,
  }));

const addressOf = ({ openId, name }: DemoPerson, random: Random): AddressRecord => ({
  _id: `address-${openId}`,
  openId,
  name,
  phone: `138${String(random.between(0, 99_999_999)).padStart(8, '0')}`,
  region: ['山西省', '太原市', random.pick(['迎泽区', '杏花岭区', '万柏林区', '小店区', '尖草坪区'])],
  detail: `${random.pick(['并州北路', '新建南路', '桃园三巷', '南内环街', '和平北路'])} ${random.between(1, 200)} 号院 ${random.between(1, 18)} 号楼`,
  isDefault: true,
});
