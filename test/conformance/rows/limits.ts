import { idsOf, type Row, type Section, withValues } from '../Row';

const megabytes = (count: number): string => 'x'.repeat(count * 1024 * 1024);

/** What one request may hold, ask for and spend. */
export const limits: Section = {
  title: 'Limits',
  rows: [
    fails(
      'a regular expression that backtracks for more than 2 s',
      ({ items }) => items.where({ v: /^(a+)+$/ }).get(),
      'DATABASE_REQUEST_FAILED',
      /operation exceeded time limit/,
    ),
    fails(
      'an answer of more than 16 MB',
      async ({ items }) => {
        for (const _id of ['a', 'b']) await items.add({ _id, v: megabytes(9) });
        return items.where({}).get();
      },
      'EXCEED_MAX_RESPONSE_SIZE',
      /16 MB/,
    ),
    fails(
      'a document that grows beyond 16 MB',
      async ({ items }) => {
        await items.add({ _id: 'a', v: megabytes(9) });
        return items.doc('a').update({ w: megabytes(9) });
      },
      'DATABASE_REQUEST_FAILED',
      /too large/,
    ),
    fails(
      'a document of more than 100 levels',
      ({ items }) => items.add({ _id: 'deep', v: Array.from({ length: 110 }).reduce<object>((v) => ({ v }), {}) }),
      'INVALID_PARAM',
      /nested deeper/,
    ),
    {
      name: 'whole numbers to 2^53, and beyond it those that a JavaScript number holds',
      items: [
        { _id: 1, v: 2 ** 53 - 1 },
        { _id: 2, v: 1e18 },
      ],
      call: async ({ items, _ }) => [
        idsOf(
          await items
            .where({ v: _.gt(2 ** 53 - 2) })
            .orderBy('v', 'asc')
            .get(),
        ),
        (await items.doc(2).get()).data,
      ],
      outcome: { answers: [[1, 2], [{ _id: 2, v: 1e18 }]] },
    },
    {
      name: '_.inc beyond 2^53',
      items: withValues(2 ** 53 - 1),
      call: ({ items, _ }) => items.doc(1).update({ v: _.inc(1) }),
      outcome: { notEmulated: { names: 'beyond 2^53', because: 'a JavaScript number would stay behind' } },
    },
  ],
};

function fails(name: string, call: Row['call'], code: string, message: RegExp): Row {
  return { name, items: [{ _id: 0, v: `${'a'.repeat(40)}!` }], call, outcome: { fails: { code, message } } };
}
