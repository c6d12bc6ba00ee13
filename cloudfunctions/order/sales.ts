import type { CostSum, ReturnSum, SoldSum } from './salesSums';

/** What became of one SKU in some days. Amounts are fen; more may have come back than was sold, of what was sold before. */
export interface Sales {
  skuId: string;
  /** What it was called when it was sold; absent where nothing but returns happened. */
  as?: Pick<SoldSum, 'productId' | 'name' | 'choice' | 'picture'>;
  pieces: number;
  paid: number;
  /** Of these, what had its cost noted. */
  costed: { pieces: number; paid: number; cost: number };
  back: { pieces: number; amount: number };
}

/** The sums of one day as one list, an entry for each SKU. */
export function salesOf(sold: readonly SoldSum[], costs: readonly CostSum[], returned: readonly ReturnSum[]): Sales[] {
  return addSales([
    ...sold.map(({ skuId, pieces, paid, ...as }) => ({ ...none, skuId, as, pieces, paid })),
    ...costs.map(({ skuId, ...costed }) => ({ ...none, skuId, costed })),
    ...returned.map(({ skuId, ...back }) => ({ ...none, skuId, back })),
  ]);
}

const none: Omit<Sales, 'skuId'> = {
  ...{ pieces: 0, paid: 0 },
  ...{ costed: { pieces: 0, paid: 0, cost: 0 }, back: { pieces: 0, amount: 0 } },
};

/** Adds up what is about the same SKU; the last name counts. */
export function addSales(all: readonly Sales[]): Sales[] {
  const bySku = new Map<string, Sales>();
  for (const each of all) bySku.set(each.skuId, plus(bySku.get(each.skuId), each));
  return [...bySku.values()];
}

function plus(one: Sales = { ...none, skuId: '' }, other: Sales): Sales {
  const as = other.as ?? one.as;
  return {
    skuId: other.skuId,
    ...(as && { as }),
    pieces: one.pieces + other.pieces,
    paid: one.paid + other.paid,
    costed: {
      pieces: one.costed.pieces + other.costed.pieces,
      paid: one.costed.paid + other.costed.paid,
      cost: one.costed.cost + other.costed.cost,
    },
    back: { pieces: one.back.pieces + other.back.pieces, amount: one.back.amount + other.back.amount },
  };
}

/** What remains of sales after returns. */
export interface Remains {
  pieces: number;
  /** Fen; below zero when more went back than came in. */
  amount: number;
  /** The part of `amount` whose cost is known, and what it brought above that. */
  costed: number;
  profit: number;
}

/**
 * Sales less returns. What comes back of a SKU is shared over pieces with and without a noted cost as those were sold, and a
 * piece that comes back costs nothing any more.
 */
export function remainsOf({ pieces, paid, costed, back }: Sales): Remains {
  const share = pieces > 0 ? costed.pieces / pieces : 0;
  const costBack = costed.pieces > 0 ? (costed.cost / costed.pieces) * back.pieces * share : 0;
  const net = costed.paid - Math.round(back.amount * share);
  return {
    pieces: pieces - back.pieces,
    amount: paid - back.amount,
    costed: net,
    profit: net - (costed.cost - Math.round(costBack)),
  };
}
