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
