import type { Document, Environment, Row, Section } from '../Row';

/** What `update()` can change. */
export const updateOperators: Section[] = [
  {
    title: 'Update: fields',
    rows: [
      changes('a plain value', { a: 1 }, () => ({ a: 2, b: 3 }), { a: 2, b: 3 }),
      changes('a nested object merges', { a: { x: 1, y: 1 } }, () => ({ a: { x: 2 } }), { a: { x: 2, y: 1 } }),
      changes('_.set replaces an object', { a: { x: 1, y: 1 } }, ({ _ }) => ({ a: _.set({ x: 2 }) }), { a: { x: 2 } }),
      changes('a dotted path is made', {}, () => ({ 'a.b.c': 1 }), { a: { b: { c: 1 } } }),
      changes('a path to one item', { a: [1, 2] }, () => ({ 'a.1': 9 }), { a: [1, 9] }),
      changes('a path beyond the end of an array fills with null', { a: [1] }, () => ({ 'a.3': 9 }), {
        a: [1, null, null, 9],
      }),
      changes('_.remove', { a: 1, b: { c: 1, d: 1 } }, ({ _ }) => ({ a: _.remove(), 'b.c': _.remove() }), {
        b: { d: 1 },
      }),
      changes('_.remove of an item leaves null', { a: [1, 2] }, ({ _ }) => ({ 'a.0': _.remove() }), { a: [null, 2] }),
      changes('_.inc', { a: 1, b: 1.5 }, ({ _ }) => ({ a: _.inc(2), b: _.inc(-1), c: _.inc(5) }), {
        a: 3,
        b: 0.5,
        c: 5,
      }),
      changes('_.mul; a missing field becomes 0', { a: 3 }, ({ _ }) => ({ a: _.mul(2), b: _.mul(2) }), { a: 6, b: 0 }),
      changes('_.min', { a: 5, b: 1 }, ({ _ }) => ({ a: _.min(3), b: _.min(3), c: _.min(3) }), { a: 3, b: 1, c: 3 }),
      changes('_.max', { a: 5, b: 1 }, ({ _ }) => ({ a: _.max(3), b: _.max(3), c: _.max(3) }), { a: 5, b: 3, c: 3 }),
      changes('_.max of dates', { a: new Date(5) }, ({ _ }) => ({ a: _.max(new Date(9)) }), { a: new Date(9) }),
      changes('_.max across types follows their order', { a: 5 }, ({ _ }) => ({ a: _.max('1') }), { a: '1' }),
      changes('_.rename', { a: 1, b: 2 }, ({ _ }) => ({ a: _.rename('c') }), { b: 2, c: 1 }),
      changes('_.rename takes the place of another field', { a: 1, b: 2 }, ({ _ }) => ({ a: _.rename('b') }), { b: 1 }),
      changes('_.rename of a missing field', { b: 2 }, ({ _ }) => ({ a: _.rename('c') }), { b: 2 }),
      changes('null is a value', { a: 1 }, () => ({ a: null }), { a: null }),
      refuses('_.inc of a text', { a: 'x' }, ({ _ }) => ({ a: _.inc(1) }), /non-numeric type/),
      refuses('_.inc by a text', { a: 1 }, ({ _ }) => ({ a: _.inc('1' as never) }), /non-numeric argument/),
      refuses('a path through a number', { a: 1 }, () => ({ 'a.b': 1 }), /Cannot create field 'b' in element/),
      refuses('two changes of one path', { a: {} }, ({ _ }) => ({ a: _.set({}), 'a.b': 1 }), /conflict/),
      lacks('_.bit', { a: 5 }, ({ _ }) => ({ a: _.bit({ and: 4 }) }), '$bit', 'in the SDK, not in its documentation'),
    ],
  },
  {
    title: 'Update: arrays',
    rows: [
      changes('_.push of one', { a: [1] }, ({ _ }) => ({ a: _.push(2) }), { a: [1, 2] }),
      changes('_.push of several', { a: [1] }, ({ _ }) => ({ a: _.push([2, 3]), b: _.push([1]) }), {
        a: [1, 2, 3],
        b: [1],
      }),
      changes('_.push of an array as one item', { a: [1] }, ({ _ }) => ({ a: _.push([[2, 3]]) }), { a: [1, [2, 3]] }),
      changes('_.push with position', { a: [1, 4] }, ({ _ }) => ({ a: _.push({ each: [2, 3], position: 1 }) }), {
        a: [1, 2, 3, 4],
      }),
      changes(
        '_.push with a position from the end',
        { a: [1, 4] },
        ({ _ }) => ({ a: _.push({ each: [3], position: -1 }) }),
        { a: [1, 3, 4] },
      ),
      changes('_.push with sort', { a: [3, 1] }, ({ _ }) => ({ a: _.push({ each: [2], sort: 1 }) }), { a: [1, 2, 3] }),
      changes(
        '_.push with sort by a field',
        { a: [{ n: 1 }] },
        ({ _ }) => ({ a: _.push({ each: [{ n: 2 }], sort: { n: -1 } }) }),
        { a: [{ n: 2 }, { n: 1 }] },
      ),
      changes('_.push with slice', { a: [1, 2] }, ({ _ }) => ({ a: _.push({ each: [3], slice: -2 }) }), { a: [2, 3] }),
      changes('_.push with slice 0 empties', { a: [1] }, ({ _ }) => ({ a: _.push({ each: [], slice: 0 }) }), { a: [] }),
      changes('_.unshift', { a: [3] }, ({ _ }) => ({ a: _.unshift([1, 2]) }), { a: [1, 2, 3] }),
      changes('_.pop', { a: [1, 2], b: [] }, ({ _ }) => ({ a: _.pop(), b: _.pop() }), { a: [1], b: [] }),
      changes('_.shift', { a: [1, 2] }, ({ _ }) => ({ a: _.shift() }), { a: [2] }),
      changes('_.pull of a value', { a: [1, 2, 1], b: 1 }, ({ _ }) => ({ a: _.pull(1) }), { a: [2], b: 1 }),
      changes('_.pull by an operator', { a: [1, 5, 9] }, ({ _ }) => ({ a: _.pull({ $gt: 4 }) }), { a: [1] }),
      changes('_.pull by fields', { a: [{ n: 1, m: 1 }, { n: 2 }] }, ({ _ }) => ({ a: _.pull({ n: 1 }) }), {
        a: [{ n: 2 }],
      }),
      changes('_.pullAll', { a: [1, 2, 1, 3] }, ({ _ }) => ({ a: _.pullAll([1, 3]) }), { a: [2] }),
      changes('_.addToSet', { a: [1], b: [1] }, ({ _ }) => ({ a: _.addToSet(1), b: _.addToSet(2) }), {
        a: [1],
        b: [1, 2],
      }),
      changes('_.addToSet of an array as one item', { a: [1] }, ({ _ }) => ({ a: _.addToSet([1, 2]) }), {
        a: [1, [1, 2]],
      }),
      changes('_.addToSet of each', { a: [1] }, ({ _ }) => ({ a: _.addToSet({ $each: [1, 2, 2] }) }), { a: [1, 2] }),
      changes(
        '_.addToSet tells documents apart by field order',
        { a: [{ x: 1, y: 2 }] },
        ({ _ }) => ({ a: _.addToSet({ y: 2, x: 1 }) }),
        {
          a: [
            { x: 1, y: 2 },
            { y: 2, x: 1 },
          ],
        },
      ),
      refuses('_.push onto a text', { a: 'x' }, ({ _ }) => ({ a: _.push(1) }), /must be an array/),
      {
        name: 'the item a where() found, as $',
        items: [
          {
            _id: 1,
            lines: [
              { sku: 'a', n: 1 },
              { sku: 'b', n: 1 },
            ],
          },
        ],
        call: async ({ items }) => {
          await items.where({ 'lines.sku': 'b' }).update({ 'lines.$.n': 9 });
          return (await items.doc(1).get()).data;
        },
        outcome: {
          answers: [
            {
              _id: 1,
              lines: [
                { sku: 'a', n: 1 },
                { sku: 'b', n: 9 },
              ],
            },
          ],
        },
      },
      lacks(
        'every item, as $[]',
        { a: [{ n: 1 }] },
        ({ _ }) => ({ 'a.$[].n': _.inc(1) }),
        'the array filter in a.$[].n',
        'in no documentation of CloudBase',
      ),
    ],
  },
];

/** One document before and after an update by id. */
function changes(name: string, before: Document, update: (environment: Environment) => object, after: Document): Row {
  const call = async (environment: Environment) => {
    await environment.items.doc(1).update(update(environment));
    const { _id, ...fields } = (await environment.items.doc(1).get()).data[0];
    return fields;
  };
  return { name, items: [{ _id: 1, ...before }], call, outcome: { answers: after } };
}

function refuses(name: string, before: Document, update: (environment: Environment) => object, message: RegExp): Row {
  const call = (environment: Environment) => environment.items.doc(1).update(update(environment));
  return {
    name,
    items: [{ _id: 1, ...before }],
    call,
    outcome: { fails: { code: 'DATABASE_REQUEST_FAILED', message } },
  };
}

function lacks(
  name: string,
  before: Document,
  update: (environment: Environment) => object,
  names: string,
  because: string,
): Row {
  const call = (environment: Environment) => environment.items.doc(1).update(update(environment));
  return { name, items: [{ _id: 1, ...before }], call, outcome: { notEmulated: { names, because } } };
}
