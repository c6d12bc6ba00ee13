import { chinaDayNumber } from '../kernel/chinaTime';

/** 1 to 5; 0 for somebody who has not bought. */
export type Score = 0 | 1 | 2 | 3 | 4 | 5;

/** How recently, how often and for how much somebody bought, each compared with the shop's other buyers: 5 is best. */
export interface Rfm {
  r: Score;
  f: Score;
  m: Score;
}

/** What parts a shop's buyers into fifths, ascending: a score is one more than the cuts that a value lies above. */
export type Cuts = readonly [number, number, number, number];
export interface RfmCuts {
  r: Cuts;
  f: Cuts;
  m: Cuts;
}

/** What is compared of a buyer. Moments are ms since 1970, `amount` is fen and net of refunds. */
export interface Bought {
  orders: number;
  amount: number;
  lastPaidAt: number;
}

/** How many buyers have each value. */
export type Histogram = Readonly<Record<string, number>>;

/** Fewer buyers are not parted: each gets `middle`. */
const fewest = 5;
const middle = 3;

/**
 * The values that buyers are compared by: the day they last paid (in China's time), their number of orders, and their
 * amount to three digits, so that a histogram of a million buyers has some thousand bars.
 */
export const rfmValues = ({ orders, amount, lastPaidAt }: Bought): Record<keyof Rfm, number> => ({
  r: chinaDayNumber(lastPaidAt),
  f: orders,
  m: toThreeDigits(amount),
});

function toThreeDigits(amount: number): number {
  const unit = 10 ** Math.max(0, String(Math.max(0, amount)).length - 3);
  return Math.floor(amount / unit) * unit;
}

/**
 * The quintiles of a histogram: the i-th cut is the least value that at least i fifths of the buyers do not exceed. So
 * equal values always score the same, whatever that does to the sizes of the fifths. `undefined` for fewer than five buyers.
 */
export function cutsOf(histogram: Histogram): Cuts | undefined {
  const bars = Object.entries(histogram)
    .map(([value, count]) => ({ value: Number(value), count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.value - b.value);
  const all = bars.reduce((sum, { count }) => sum + count, 0);
  if (all < fewest) return undefined;
  const cut = (fifths: number): number => {
    let below = 0;
    for (const { value, count } of bars) {
      below += count;
      // In whole numbers: a fifth of seven is no number that a computer has.
      if (below * 5 >= all * fifths) return value;
    }
    throw new Error('a histogram ends before its own sum');
  };
  return [cut(1), cut(2), cut(3), cut(4)];
}

/** The score of a value. */
export const scoreOf = (value: number, cuts: Cuts): Score => (1 + cuts.filter((cut) => value > cut).length) as Score;

/** Scores of a buyer, by the cuts of the shop; all in the middle where it has too few buyers for any. */
export function rfmOf(bought: Bought, cuts: RfmCuts | undefined): Rfm {
  if (bought.orders === 0) return { r: 0, f: 0, m: 0 };
  if (!cuts) return { r: middle, f: middle, m: middle };
  const values = rfmValues(bought);
  return { r: scoreOf(values.r, cuts.r), f: scoreOf(values.f, cuts.f), m: scoreOf(values.m, cuts.m) };
}

/** What shopkeepers call the eight sorts of buyers, and those who have not bought. */
export const rfmClasses = [
  'champion',
  'potential',
  'atRisk',
  'winBack',
  'loyal',
  'recent',
  'fading',
  'lost',
  'notBought',
] as const;
export type RfmClass = (typeof rfmClasses)[number];

/**
 * The sort of a buyer: each score is high (4, 5) or not. The usual eight: 重要价值, 重要发展, 重要保持, 重要挽留 spend much, and
 * 一般价值, 一般发展, 一般保持, 一般挽留 do not.
 */
export function rfmClassOf({ r, f, m }: Rfm): RfmClass {
  if (r === 0) return 'notBought';
  const [recent, often, much] = [r > middle, f > middle, m > middle];
  if (recent && often) return much ? 'champion' : 'loyal';
  if (recent) return much ? 'potential' : 'recent';
  if (often) return much ? 'atRisk' : 'fading';
  return much ? 'winBack' : 'lost';
}
