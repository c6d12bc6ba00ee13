import { distanceMetres, type Place } from '../kernel/geo';
import { type Fen, fen, shareFen, sumFen, timesFen } from '../kernel/money';
import { type FreightTemplate, freightOf, freightRuleFor } from './freight';

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
  price: Fen;
  quantity: number;
  /** Weight of one piece. */
  grams: number;
}

/** Where an order goes; `location` is known only when the shopper chose the address on a map. */
export interface Destination {
  province: string;
  location?: Place | undefined;
}

export interface OrderPrice {
  goods: Fen;
  discount: Fen;
  freight: Fen;
  toPay: Fen;
}

/** Why goods cannot go this way. */
export type Obstacle = 'notOffered' | 'unreachable' | 'noAddress' | 'tooFar' | 'belowMinimum';

/**
 * What an order costs this way, or why it cannot go this way. The checkout page shows it, `placeOrder` charges it: one
 * rule on both sides.
 */
export function priceOrder(
  lines: readonly PricedLine[],
  terms: Terms,
  way: Way,
  destination: Destination | undefined,
): OrderPrice | Obstacle {
  const goods = sumFen(...lines.map((line) => timesFen(line.price, line.quantity)));
  const promotion = terms.promotion && goods >= terms.promotion.from ? terms.promotion.off : fen(0);
  const discount = fen(Math.min(promotion, goods));
  const worth = fen(goods - discount);
  const freight = freightBy[way](terms, worth, gramsOf(lines), destination);
  return typeof freight === 'string' ? freight : { goods, discount, freight, toPay: sumFen(worth, freight) };
}

/** What of the money for the goods each line has paid, to the fen; it is what can come back for the line. */
export const paidShares = (lines: readonly PricedLine[], { goods, discount }: OrderPrice): Fen[] =>
  shareFen(
    fen(goods - discount),
    lines.map((line) => timesFen(line.price, line.quantity)),
  );

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
