import { shareTakenOff, takeOff } from '../coupon/takeOff';
import type { CouponBasket, CouponLine, CouponTerms } from '../coupon/terms';
import { distanceMetres, type Place } from '../kernel/geo';
import { type Fen, fen, shareFen, sumFen, timesFen } from '../kernel/money';
import { type FreightTemplate, freightOf, freightRuleFor } from './freight';
import { type Reduction, reductions } from './reductions';

/** How an order reaches its buyer: by a carrier, fetched at the shop, or brought by the shop itself. */
export const ways = ['express', 'pickup', 'local'] as const;
export type Way = (typeof ways)[number];

/** What a shop asks of those who buy there; prices follow from it. */
export interface Terms {
  freight: FreightTemplate;
  /** Where the shop is; delivery of its own is measured from here. */
  location: Place;
  pickup: boolean;
  /** Delivery of its own: as the crow flies, for a fee, from a worth of goods on. */
  local?: { withinMetres: number; fee: Fen; from: Fen } | undefined;
  /** 满减: `off` less from `from` worth of goods on. */
  promotion?: { from: Fen; off: Fen } | undefined;
}

export interface PricedLine {
  productId: string;
  categoryId: string;
  price: Fen;
  /** What a piece costs this buyer as a follower of the shop's account, below `price`; absent where that does not count. */
  followerPrice?: Fen | undefined;
  quantity: number;
  /** Weight of one piece. */
  grams: number;
}

/** Where an order goes; `location` is known only when the shopper chose the address on a map. */
export interface Destination {
  province: string;
  location?: Place | undefined;
}

/**
 * What an order costs: `toPay` is goods and freight less all `reductions`. `goods` is at the normal price, `followerOff`
 * what a follower pays less, `discount` the shop's 满减, `couponOff` and `freightOff` what a coupon takes off.
 */
export type OrderPrice = Record<'goods' | 'freight' | 'toPay' | Reduction, Fen>;

/** Why goods cannot go this way. */
export type Obstacle = 'notOffered' | 'unreachable' | 'noAddress' | 'tooFar' | 'belowMinimum';

/**
 * What an order costs this way without a coupon, or why it cannot go this way. The checkout page shows it, `placeOrder`
 * charges it: one rule on both sides.
 */
export function priceOrder(
  lines: readonly PricedLine[],
  terms: Terms,
  way: Way,
  destination: Destination | undefined,
): OrderPrice | Obstacle {
  const goods = sumFen(...lines.map(({ price, quantity }) => timesFen(price, quantity)));
  const worthBefore = sumFen(...lines.map(costOf));
  const promotion = terms.promotion && worthBefore >= terms.promotion.from ? terms.promotion.off : fen(0);
  const discount = fen(Math.min(promotion, worthBefore));
  const worth = fen(worthBefore - discount);
  const freight = freightBy[way](terms, worth, gramsOf(lines), destination);
  if (typeof freight === 'string') return freight;
  const followerOff = fen(goods - worthBefore);
  return withToPay({ goods, followerOff, discount, couponOff: fen(0), freight, freightOff: fen(0) });
}

/** What a coupon sees of these goods at this price (without one), and of what is left for gifts. */
export const couponBasketOf = (
  lines: readonly PricedLine[],
  price: OrderPrice,
  spare: CouponBasket['spare'],
): CouponBasket => ({ lines: worthLines(lines, price), freight: price.freight, spare });

/**
 * The price with a coupon that is usable. The shop's promotion and freight were decided before it, so a coupon never
 * loses anybody a promotion or free delivery: with it an order never costs more than without.
 */
export function withCoupon(price: OrderPrice, basket: CouponBasket, coupon: CouponTerms): OrderPrice {
  const { goodsOff, freightOff } = takeOff(coupon, basket);
  return withToPay({ ...price, couponOff: goodsOff, freightOff });
}

/**
 * What of the money for the goods each line has paid, to the fen; it is what can come back for the line. The promotion
 * is shared over all lines, the coupon over those it is for.
 */
export function paidShares(lines: readonly PricedLine[], price: OrderPrice, coupon?: CouponTerms): Fen[] {
  const before = worthLines(lines, price);
  const off = coupon ? shareTakenOff(coupon.scope, before, price.couponOff) : [];
  return before.map(({ worth }, index) => fen(worth - (off[index] ?? 0)));
}

function worthLines(lines: readonly PricedLine[], { goods, followerOff, discount }: OrderPrice): CouponLine[] {
  const worth = shareFen(fen(goods - followerOff - discount), lines.map(costOf));
  return lines.map(({ productId, categoryId }, index) => ({ productId, categoryId, worth: worth[index] ?? fen(0) }));
}

/** What a line costs this buyer before anything that counts on the whole order. */
const costOf = ({ price, followerPrice = price, quantity }: PricedLine): Fen => timesFen(followerPrice, quantity);

const withToPay = (price: Omit<OrderPrice, 'toPay'>): OrderPrice => ({
  ...price,
  toPay: fen(reductions.reduce((left, each) => left - price[each], price.goods + price.freight)),
});

type Freight = (terms: Terms, worth: Fen, grams: number, destination: Destination | undefined) => Fen | Obstacle;

const freightBy: Record<Way, Freight> = {
  express: ({ freight }, worth, grams, destination) => {
    if (!destination) return 'noAddress';
    const rule = freightRuleFor(freight, destination.province);
    return rule ? freightOf(rule, grams, worth) : 'unreachable';
  },
  pickup: ({ pickup }) => (pickup ? fen(0) : 'notOffered'),
  local: ({ local, location }, worth, _grams, destination) => {
    if (!local) return 'notOffered';
    if (worth < local.from) return 'belowMinimum';
    if (!destination?.location) return 'noAddress';
    return distanceMetres(location, destination.location) <= local.withinMetres ? local.fee : 'tooFar';
  },
};

const gramsOf = (lines: readonly PricedLine[]): number =>
  lines.reduce((sum, { grams, quantity }) => sum + grams * quantity, 0);
