import { type Fen, fen, sumFen } from '@shared/kernel/money';
import type { LoopReport, LoopRow } from './useLoopReport';

/** What one source brought, whatever the article or channel. */
export interface SourceSum {
  source: LoopRow['source'];
  visits: number;
  orders: number;
  /** Orders of persons who had never bought here. */
  newBuyers: number;
  /** Paid less what went back; never below zero: what went back may be of an order before these days. */
  net: Fen;
  couponOff: Fen;
  /** What the seller noted for advertisements. */
  adSpend: Fen;
}

/** Rows added up by source, those with most money first, then with most visits. A source that only cost is there, too. */
export function bySource({ rows, adSpend }: Pick<LoopReport, 'rows' | 'adSpend'>): SourceSum[] {
  const sums = new Map<LoopRow['source'], SourceSum>();
  const sumOf = (source: LoopRow['source']): SourceSum => sums.get(source) ?? { ...nothing, source };
  for (const row of rows) {
    const sum = sumOf(row.source);
    sums.set(row.source, {
      ...sum,
      visits: sum.visits + row.visits,
      orders: sum.orders + row.orders,
      newBuyers: sum.newBuyers + row.orders - row.again,
      net: sumFen(sum.net, netOf(row)),
      couponOff: sumFen(sum.couponOff, row.couponOff),
    });
  }
  for (const { source, amount } of adSpend) sums.set(source, { ...sumOf(source), adSpend: amount });
  return [...sums.values()].sort((a, b) => b.net - a.net || b.visits - a.visits);
}

/** What a row brought in: paid less what went back. */
export const netOf = ({ paid, refunded }: { paid: Fen; refunded: Fen }): Fen => fen(Math.max(0, paid - refunded));

const nothing = {
  ...{ visits: 0, orders: 0, newBuyers: 0 },
  ...{ net: fen(0), couponOff: fen(0), adSpend: fen(0) },
};
