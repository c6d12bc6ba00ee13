import { type Fen, fen, sumFen } from '../../shared/kernel/money';
import type { PaymentSum, RefundSum } from '../order/public';
import type { FollowCount } from './follows';
import type { VisitCount } from './visits';

/** What came of one origin. Amounts are fen. */
export interface Figures {
  visits: number;
  people: number;
  productViews: number;
  shares: number;
  orders: number;
  again: number;
  paid: Fen;
  refunded: Fen;
  couponOff: Fen;
  follows: number;
}

/** Figures by `originKey`. */
export type FiguresByOrigin = Record<string, Figures>;

export const noFigures: Figures = {
  visits: 0,
  people: 0,
  productViews: 0,
  shares: 0,
  orders: 0,
  again: 0,
  paid: fen(0),
  refunded: fen(0),
  couponOff: fen(0),
  follows: 0,
};

/** The figures of one shop and day. Every payment and every refund has one origin, so what they add up to is all of them. */
export function figuresOf(
  visits: readonly VisitCount[],
  payments: readonly PaymentSum[],
  refunds: readonly RefundSum[],
  follows: readonly FollowCount[],
): FiguresByOrigin {
  const parts: [string, Partial<Figures>][] = [
    ...visits.map((count): [string, Partial<Figures>] => [count.origin, figuresOfVisits(count)]),
    ...payments.map(({ origin, ...sums }): [string, Partial<Figures>] => [origin, sums]),
    ...follows.map(({ origin, follows: count }): [string, Partial<Figures>] => [origin, { follows: count }]),
    ...refunds.map(({ origin, refunded }): [string, Partial<Figures>] => [origin, { refunded }]),
  ];
  const figures: FiguresByOrigin = {};
  for (const [origin, part] of parts)
    figures[origin] = addFigures(figures[origin] ?? noFigures, { ...noFigures, ...part });
  return figures;
}

function figuresOfVisits({ kind, times, people }: VisitCount): Partial<Figures> {
  if (kind === 'product') return { productViews: times };
  return kind === 'share' ? { shares: times } : { visits: times, people };
}

/** The figures of several days as those of one. */
export function addDays(days: readonly FiguresByOrigin[]): FiguresByOrigin {
  const all: FiguresByOrigin = {};
  for (const [origin, figures] of days.flatMap((day) => Object.entries(day))) {
    all[origin] = addFigures(all[origin] ?? noFigures, figures);
  }
  return all;
}

export const addFigures = (one: Figures, other: Figures): Figures => ({
  visits: one.visits + other.visits,
  people: one.people + other.people,
  productViews: one.productViews + other.productViews,
  shares: one.shares + other.shares,
  orders: one.orders + other.orders,
  again: one.again + other.again,
  paid: sumFen(one.paid, other.paid),
  refunded: sumFen(one.refunded, other.refunded),
  couponOff: sumFen(one.couponOff, other.couponOff),
  follows: one.follows + other.follows,
});
