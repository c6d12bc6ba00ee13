import { idsOf, type Section, withValues } from '../Row';

/** Adding, replacing, counting what was changed, ids, dates and errors. */
export const writing: Section[] = [
  {
    title: 'Adding',
    rows: [
      {
        name: 'add() makes an id of 32 hex digits',
        call: async ({ items }) => /^[0-9a-f]{32}$/.test((await items.add({ a: 1 })).id ?? ''),
        outcome: { answers: true },
      },
      {
        name: 'add() with an id of its own',
        call: async ({ items }) => [(await items.add({ _id: 'tea' })).id, (await items.doc('tea').get()).data],
        outcome: { answers: ['tea', [{ _id: 'tea' }]] },
      },
      {
        name: 'add() of several',
        call: async ({ items }) => (await items.add([{ _id: 'a' }, { _id: 2 }])).ids,
        outcome: { answers: ['a', 2] },
      },
      {
        name: 'every type comes back as it went',
        call: async ({ items }) => {
          await items.add({ _id: 1, t: '媒', n: -1.5, b: true, d: new Date(5), z: null, l: [1, ['x']], o: { a: {} } });
          return (await items.doc(1).get()).data;
        },
        outcome: {
          answers: [{ _id: 1, t: '媒', n: -1.5, b: true, d: new Date(5), z: null, l: [1, ['x']], o: { a: {} } }],
        },
      },
      {
        name: 'an undefined field is not stored',
        call: async ({ items }) => {
          await items.add({ _id: 1, a: undefined });
          return (await items.doc(1).get()).data;
        },
        outcome: { answers: [{ _id: 1 }] },
      },
      {
        name: 'db.serverDate',
        call: async ({ items, db }) => {
          await items.add({ _id: 1, at: db.serverDate() });
          return Math.abs((await items.doc(1).get()).data[0].at.getTime() - Date.now()) < 60_000;
        },
        outcome: { answers: true },
      },
      {
        name: 'db.serverDate with an offset in ms',
        call: async ({ items, db }) => {
          await items.add({ _id: 1, at: db.serverDate(), later: db.serverDate({ offset: 3_600_000 }) });
          const { at, later } = (await items.doc(1).get()).data[0];
          return later - at;
        },
        outcome: { answers: 3_600_000 },
      },
      {
        name: 'db.serverDate in an update',
        items: [{ _id: 1 }],
        call: async ({ items, db }) => {
          await items.doc(1).update({ in: { at: db.serverDate() } });
          return (await items.doc(1).get()).data[0].in.at instanceof Date;
        },
        outcome: { answers: true },
      },
      {
        name: 'db.ObjectId in a field, answered as hex',
        call: async ({ items, db }) => {
          const owner = db.ObjectId({ id: '65a1b2c3d4e5f60718293a4b' });
          await items.add([
            { _id: 1, owner },
            { _id: 2, owner: '65a1b2c3d4e5f60718293a4b' },
          ]);
          return (await items.where({ owner: db.ObjectId({ id: '65a1b2c3d4e5f60718293a4b' }) }).get()).data;
        },
        outcome: { answers: [{ _id: 1, owner: '65a1b2c3d4e5f60718293a4b' }] },
      },
      {
        name: 'an id that is taken',
        items: [{ _id: 'tea' }],
        call: ({ items }) => items.add({ _id: 'tea' }),
        outcome: { fails: { code: 'DATABASE_REQUEST_FAILED', message: /E11000 duplicate key.*_id_/ } },
      },
      {
        name: 'a unique key that is taken',
        coded: [{ _id: 1, code: 'a' }],
        call: ({ coded }) => coded.add({ code: 'a' }),
        outcome: { fails: { code: 'DATABASE_REQUEST_FAILED', message: /E11000 duplicate key.*code/ } },
      },
      {
        name: 'db.createCollection',
        call: async ({ db }) => typeof (await db.createCollection(`conformance_${Date.now()}`)).requestId,
        outcome: { answers: 'string' },
      },
      {
        name: 'db.createCollection of one that exists',
        call: ({ db }) => db.createCollection('conformance'),
        outcome: { fails: { code: 'DATABASE_COLLECTION_EXIST', message: /Table exist/ } },
      },
    ],
  },
  {
    title: 'Changing and removing',
    rows: [
      {
        name: 'update() by id counts what it changed',
        items: withValues(1),
        call: async ({ items }) => [
          (await items.doc(1).update({ v: 2 })).updated,
          (await items.doc(9).update({ v: 2 })).updated,
        ],
        outcome: { answers: [1, 0] },
      },
      {
        name: 'update() to what is there already counts nothing',
        items: withValues({ a: 1 }, { a: 2 }),
        call: async ({ items, _ }) => (await items.where({ _id: _.gt(0) }).update({ v: { a: 1 } })).updated,
        outcome: { answers: 1 },
      },
      {
        name: 'where().update() changes every match',
        items: withValues(1, 1, 2),
        call: async ({ items, _ }) => (await items.where({ v: 1 }).update({ v: _.inc(5) })).updated,
        outcome: { answers: 2 },
      },
      {
        name: 'options({ multiple: false }) changes one',
        items: withValues(1, 1),
        call: async ({ items, _ }) =>
          (
            await items
              .where({ v: 1 })
              .options({ multiple: false })
              .update({ v: _.inc(5) })
          ).updated,
        outcome: { answers: 1 },
      },
      {
        name: 'a conditional update takes stock once',
        items: [{ _id: 1, stock: 1 }],
        call: ({ items, _ }) => {
          const take = async () =>
            (await items.where({ _id: 1, stock: _.gte(1) }).update({ stock: _.inc(-1) })).updated;
          return Promise.all([take(), take(), take()]).then((each) => each.sort());
        },
        outcome: { answers: [0, 0, 1] },
      },
      {
        name: 'an id cannot be changed',
        items: withValues(1),
        call: ({ items }) => items.doc(1).update({ _id: 2 }),
        outcome: { fails: { code: 'INVALID_PARAM', message: /_id/ } },
      },
      {
        name: 'set() replaces a document',
        items: [{ _id: 'x', a: 1 }],
        call: async ({ items }) => [(await items.doc('x').set({ b: 2 })).updated, (await items.doc('x').get()).data],
        outcome: { answers: [1, [{ _id: 'x', b: 2 }]] },
      },
      {
        name: 'set() makes a document',
        call: async ({ items }) => {
          const { updated, upsertedId } = await items.doc('x').set({ b: 2 });
          return [updated, upsertedId, (await items.doc('x').get()).data];
        },
        outcome: { answers: [0, 'x', [{ _id: 'x', b: 2 }]] },
      },
      {
        name: 'updateAndReturn()',
        items: withValues(1, 5),
        call: async ({ items, _ }) => {
          const { updated, doc } = await items.where({ v: _.gt(1) }).updateAndReturn({ v: _.inc(1) });
          return [updated, doc];
        },
        outcome: { answers: [1, { _id: 2, v: 6 }] },
      },
      {
        name: 'updateAndReturn() of nothing',
        call: async ({ items }) => {
          const { updated, doc } = await items.where({ v: 1 }).updateAndReturn({ v: 2 });
          return [updated, doc];
        },
        outcome: { answers: [0, null] },
      },
      {
        name: 'remove() by id',
        items: withValues(1),
        call: async ({ items }) => [(await items.doc(1).remove()).deleted, (await items.doc(1).remove()).deleted],
        outcome: { answers: [1, 0] },
      },
      {
        name: 'where().remove()',
        items: withValues(1, 2, 3),
        call: async ({ items, _ }) => [(await items.where({ v: _.lt(3) }).remove()).deleted, idsOf(await items.get())],
        outcome: { answers: [2, [3]] },
      },
    ],
  },
];
