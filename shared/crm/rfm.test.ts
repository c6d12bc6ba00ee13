import fc from 'fast-check';
import {
  type Cuts,
  cutsOf,
  type Histogram,
  rfmClasses,
  rfmClassOf,
  rfmOf,
  rfmValues,
  type Score,
  scoreOf,
} from './rfm';

const histogramOf = (values: readonly number[]): Histogram => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};
const values = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 200 });
const must = (cuts: Cuts | undefined): Cuts => {
  if (!cuts) throw new Error('no cuts');
  return cuts;
};

test('fewer than five buyers have no cuts, and all of them the middle scores', () => {
  expect(cutsOf(histogramOf([1, 2, 3, 4]))).toBeUndefined();
  expect(rfmOf({ orders: 9, amount: 1, lastPaidAt: 1 }, undefined)).toEqual({ r: 3, f: 3, m: 3 });
  expect(rfmOf({ orders: 0, amount: 0, lastPaidAt: 0 }, undefined)).toEqual({ r: 0, f: 0, m: 0 });
});

test('five different values are one in each fifth', () => {
  const cuts = must(cutsOf(histogramOf([50, 10, 40, 20, 30])));
  expect([10, 20, 30, 40, 50].map((value) => scoreOf(value, cuts))).toEqual([1, 2, 3, 4, 5]);
});

test('where eight of ten bought once, those are 1 and the two others 5', () => {
  const cuts = must(cutsOf(histogramOf([1, 1, 1, 1, 1, 1, 1, 1, 2, 7])));
  expect([1, 2, 7].map((value) => scoreOf(value, cuts))).toEqual([1, 5, 5]);
});

test('the cuts are the quantiles as sorting finds them', () => {
  fc.assert(
    fc.property(values, (all) => {
      const sorted = [...all].sort((a, b) => a - b);
      const wanted = [1, 2, 3, 4].map((fifth) => sorted[Math.ceil((fifth * all.length) / 5) - 1]);
      expect(cutsOf(histogramOf(all))).toEqual(wanted);
    }),
  );
});

test('who has more never scores less, equals score the same, and no score is beaten by more than its fifths', () => {
  fc.assert(
    fc.property(values, (all) => {
      const cuts = must(cutsOf(histogramOf(all)));
      const scores = [...all].sort((a, b) => a - b).map((value) => scoreOf(value, cuts));
      expect(scores).toEqual([...scores].sort((a, b) => a - b));
      for (const score of [1, 2, 3, 4]) {
        expect(scores.filter((each) => each <= score).length * 5).toBeGreaterThanOrEqual(all.length * score);
      }
    }),
  );
});

test('where no two are equal, the fifths are equally large, but for one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(5_000), { minLength: 5, maxLength: 200 }), (all) => {
      const cuts = must(cutsOf(histogramOf(all)));
      const sizes = [1, 2, 3, 4, 5].map((score) => all.filter((value) => scoreOf(value, cuts) === score).length);
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

/**
 * Fifteen buyers whose scores are published: the numbers are ours, in the order of the published ones, which is all that
 * fifths depend on. There, 7 and 13 have an F of 3 and 4 has 2, though all three bought equally often; here equals score
 * the same. Source: clevertap.com/blog/rfm-analysis.
 */
const worked = [
  { buyer: 1, daysAgo: 9, orders: 7, yuan: 612, rfm: [5, 4, 4], is: 'champion' },
  { buyer: 2, daysAgo: 16, orders: 13, yuan: 1_175, rfm: [4, 5, 4], is: 'champion' },
  { buyer: 3, daysAgo: 95, orders: 1, yuan: 43, rfm: [1, 1, 1], is: 'lost' },
  { buyer: 4, daysAgo: 48, orders: 3, yuan: 118, rfm: [2, 2, 2], is: 'lost' },
  { buyer: 5, daysAgo: 31, orders: 4, yuan: 288, rfm: [3, 3, 3], is: 'lost' },
  { buyer: 6, daysAgo: 66, orders: 2, yuan: 96, rfm: [2, 2, 2], is: 'lost' },
  { buyer: 7, daysAgo: 20, orders: 3, yuan: 214, rfm: [4, 2, 3], is: 'recent' },
  { buyer: 8, daysAgo: 120, orders: 1, yuan: 1_290, rfm: [1, 1, 5], is: 'winBack' },
  { buyer: 9, daysAgo: 80, orders: 20, yuan: 3_180, rfm: [1, 5, 5], is: 'atRisk' },
  { buyer: 10, daysAgo: 25, orders: 6, yuan: 305, rfm: [3, 4, 3], is: 'fading' },
  { buyer: 11, daysAgo: 5, orders: 9, yuan: 930, rfm: [5, 4, 4], is: 'champion' },
  { buyer: 12, daysAgo: 2, orders: 12, yuan: 2_060, rfm: [5, 5, 5], is: 'champion' },
  { buyer: 13, daysAgo: 57, orders: 3, yuan: 87, rfm: [2, 2, 2], is: 'lost' },
  { buyer: 14, daysAgo: 40, orders: 2, yuan: 59, rfm: [3, 2, 1], is: 'lost' },
  { buyer: 15, daysAgo: 12, orders: 1, yuan: 31, rfm: [4, 1, 1], is: 'recent' },
];

test('fifteen buyers score as they do in a published example', () => {
  const today = Date.parse('2026-11-22T12:00:00+08:00');
  const buyers = worked.map(({ daysAgo, orders, yuan }) => {
    return { orders, amount: yuan * 100, lastPaidAt: today - daysAgo * 86_400_000 };
  });
  const compared = buyers.map(rfmValues);
  const cutsBy = (each: 'r' | 'f' | 'm') => must(cutsOf(histogramOf(compared.map((value) => value[each]))));
  const cuts = { r: cutsBy('r'), f: cutsBy('f'), m: cutsBy('m') };
  const found = buyers.map((bought, index) => {
    const rfm = rfmOf(bought, cuts);
    return { ...worked[index], rfm: [rfm.r, rfm.f, rfm.m], is: rfmClassOf(rfm) };
  });
  expect(found).toEqual(worked);
});

test('a day is a day in China, and an amount has three digits', () => {
  const lateEvening = Date.parse('2026-11-22T23:59:59+08:00');
  const values = rfmValues({ orders: 2, amount: 12_345, lastPaidAt: lateEvening });
  expect(values).toEqual({ r: Date.parse('2026-11-22') / 86_400_000, f: 2, m: 12_300 });
  expect(rfmValues({ orders: 1, amount: 99, lastPaidAt: lateEvening + 1_000 })).toMatchObject({
    r: values.r + 1,
    m: 99,
  });
});

test('every triple of scores is one of the eight sorts', () => {
  const scores: Score[] = [1, 2, 3, 4, 5];
  const all = scores.flatMap((r) => scores.flatMap((f) => scores.map((m) => rfmClassOf({ r, f, m }))));
  expect(new Set(all)).toEqual(new Set(rfmClasses.filter((each) => each !== 'notBought')));
  expect(rfmClassOf({ r: 5, f: 5, m: 5 })).toBe('champion');
  expect(rfmClassOf({ r: 1, f: 4, m: 5 })).toBe('atRisk');
  expect(rfmClassOf({ r: 0, f: 0, m: 0 })).toBe('notBought');
});
