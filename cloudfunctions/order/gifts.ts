import type { Benefit, CouponBasket, Gift } from '../../shared/coupon/terms';
import { type Fen, fen, timesFen } from '../../shared/kernel/money';
import type { OrderLine } from '../../shared/order/shapes';
import type { CouponRecord } from '../coupon/public';
import { readSkus, type SkuRecord } from '../shop/public';
import type { OrderLineRecord } from './OrderRecord';
import { orderLine } from './orderLine';

// A coupon's gift is some pieces more in the order. They are taken out of stock with the rest and go back with it, so
// they are pieces of a line like any other: of the line that buys the same SKU, or of one of their own. What is paid for
// the order is for the others (ADR 0023).

/** The SKUs that these coupons give and that were not read yet. Waits only if there are some. */
export async function readGifts(coupons: readonly CouponRecord[], known: readonly SkuRecord[]): Promise<SkuRecord[]> {
  const wanted = new Set(coupons.flatMap(({ benefit }) => giftOf(benefit)?.skuId ?? []));
  for (const { _id } of known) wanted.delete(_id);
  return wanted.size === 0 ? [] : readSkus([...wanted]);
}

/** What of a shop's SKUs is left for gifts once these lines have theirs. */
export function spareOf(
  shopId: string,
  skus: readonly SkuRecord[],
  lines: readonly OrderLine[],
): CouponBasket['spare'] {
  const onShelf = skus.filter((sku) => sku.shopId === shopId && sku.onShelf);
  return new Map(
    onShelf.map(({ _id, stock }) => [_id, stock - (lines.find(({ skuId }) => skuId === _id)?.quantity ?? 0)]),
  );
}

/** The lines of an order with what its coupon, which is usable, gives. */
export function withGift(
  lines: readonly OrderLineRecord[],
  benefit: Benefit,
  skus: readonly SkuRecord[],
): OrderLineRecord[] {
  const gift = giftOf(benefit);
  if (!gift) return [...lines];
  const { skuId, quantity: gifts } = gift;
  if (lines.some((line) => line.skuId === skuId)) {
    return lines.map((line) => (line.skuId === skuId ? { ...line, quantity: line.quantity + gifts, gifts } : line));
  }
  return [...lines, { ...giftLine(gift, skus), paid: fen(0) }];
}

/** A line of nothing but a gift, at what the SKU is sold for. Throws when there is none such, which a usable coupon's is. */
export function giftLine({ skuId, quantity }: Gift, skus: readonly SkuRecord[]): Omit<OrderLineRecord, 'paid'> {
  const sku = skus.find(({ _id }) => _id === skuId);
  if (!sku) throw new Error(`the gift ${skuId} was not read`);
  return { ...orderLine(sku, quantity, false), gifts: quantity };
}

/** What the gifts among these lines are sold for. */
export const giftWorthOf = (lines: readonly OrderLineRecord[]): Fen =>
  fen(lines.reduce((sum, { price, gifts = 0 }) => sum + timesFen(price, gifts), 0));

/** The gift among what a coupon may give. */
export const giftOf = (benefit: Benefit): Gift | undefined => (benefit.kind === 'gift' ? benefit : undefined);
