import fc from 'fast-check';
import { addCells, type Cells, cellOf, countCells } from './cells';
import { rfmClasses, rfmClassOf, type Score } from './rfm';
import { asksForCells, isInSegment, type SegmentConditions, type SegmentFacts } from './segment';
import { sourceFamilies } from './sourceFamily';

const day = 86_400_000;
const now = 1_800_000_000_000;
const score = fc.constantFrom<Score>(1, 2, 3, 4, 5);
const scores = fc.oneof(fc.record({ r: score, f: score, m: score }), fc.constant({ r: 0, f: 0, m: 0 } as const));
const customer = fc
  .record({
    scores,
    follows: fc.boolean(),
    family: fc.constantFrom(...sourceFamilies),
    tags: fc.subarray(['茶友', '批发']),
    orders: fc.nat(5),
    amount: fc.nat(500),
    daysAgo: fc.nat(90),
  })
  .map(({ scores: rfm, daysAgo, ...facts }): SegmentFacts => {
    const bought = rfm.r > 0;
    return {
      ...{ ...facts, ...rfm, rfm: rfmClassOf(rfm) },
      ...(bought ? { lastPaidAt: now - daysAgo * day } : { orders: 0, amount: 0 }),
    };
  });
const conditions: fc.Arbitrary<SegmentConditions> = fc.record(
  {
    follows: fc.boolean(),
    classes: fc.subarray([...rfmClasses], { minLength: 1 }),
    families: fc.subarray([...sourceFamilies], { minLength: 1 }),
  },
  { requiredKeys: [] },
);

test('counting by cells finds as many as looking at each', () => {
  fc.assert(
    fc.property(fc.array(customer), conditions, (customers, wanted) => {
      const cells = customers.reduce<Cells>((sum, each) => addCells(sum, { [cellOf(each)]: 1 }), {});
      expect(countCells(cells, wanted)).toBe(customers.filter((each) => isInSegment(each, wanted, now)).length);
    }),
  );
});

test('what comes and goes leaves nothing', () => {
  fc.assert(
    fc.property(customer, (each) => {
      expect(addCells({ [cellOf(each)]: 1 }, { [cellOf(each)]: -1 })).toEqual({});
    }),
  );
});

const buyer: SegmentFacts = {
  ...{ r: 5, f: 3, m: 4, rfm: 'potential', follows: true, family: 'media', tags: ['茶友'] },
  ...{ orders: 2, amount: 9_800, lastPaidAt: now - 30 * day },
};

test.each<[SegmentConditions, boolean]>([
  [{}, true],
  [{ tag: '茶友' }, true],
  [{ tag: '批发' }, false],
  [{ boughtWithinDays: 30 }, true],
  [{ boughtWithinDays: 29 }, false],
  [{ notBoughtForDays: 29 }, true],
  [{ notBoughtForDays: 30 }, false],
  [{ amountAtLeast: 9_800, ordersAtLeast: 2 }, true],
  [{ amountAtLeast: 9_801 }, false],
  [{ ordersAtLeast: 3 }, false],
  [{ follows: false }, false],
  [{ classes: ['lost'] }, false],
])('%j holds a buyer of 98 yuan, 30 days ago: %s', (wanted, holds) => {
  expect(isInSegment(buyer, wanted, now)).toBe(holds);
});

test('who never bought has neither bought lately nor not for long', () => {
  const { lastPaidAt: _none, ...stranger } = { ...buyer, orders: 0, amount: 0 };
  expect(isInSegment(stranger, { boughtWithinDays: 3_650 }, now)).toBe(false);
  expect(isInSegment(stranger, { notBoughtForDays: 1 }, now)).toBe(false);
});

test('only follow, class and family are kept counts of', () => {
  expect(asksForCells({ follows: true, classes: ['lost'], families: ['code'] })).toBe(true);
  for (const more of [{ tag: 'x' }, { boughtWithinDays: 1 }, { notBoughtForDays: 1 }, { amountAtLeast: 0 }]) {
    expect(asksForCells(more)).toBe(false);
  }
});
