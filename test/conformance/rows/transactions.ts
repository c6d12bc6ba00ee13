import { type Environment, idsOf, type Row, type Section, withValues } from '../Row';

/** The SDK leaves it undeclared. */
interface Transaction {
  collection(name: string): Environment['items'];
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}

const name = 'conformance';

/** What a transaction sees, keeps and refuses. */
export const transactions: Section = {
  title: 'Transactions',
  rows: [
    {
      name: 'runTransaction() commits, and answers what its function answers',
      items: withValues(1),
      call: async ({ db, items, _ }) => {
        const change = (tx: Transaction) =>
          tx
            .collection(name)
            .doc(1)
            .update({ v: _.inc(1) });
        const { updated } = await db.runTransaction(change);
        return [updated, (await items.doc(1).get()).data];
      },
      outcome: { answers: [1, [{ _id: 1, v: 2 }]] },
    },
    within(
      'doc().get() answers one document, or null',
      async (tx) => {
        const documents = tx.collection(name);
        return [(await documents.doc(1).get()).data, (await documents.doc(9).get()).data];
      },
      [{ _id: 1, v: 1 }, null],
    ),
    within(
      'it sees its own writes',
      async (tx, { _ }) => {
        await tx
          .collection(name)
          .doc(1)
          .update({ v: _.inc(5) });
        return (await tx.collection(name).doc(1).get()).data;
      },
      { _id: 1, v: 6 },
    ),
    within(
      'nobody else sees them',
      async (tx, { items }) => {
        await tx.collection(name).doc(1).update({ v: 9 });
        return (await items.doc(1).get()).data;
      },
      [{ _id: 1, v: 1 }],
    ),
    within(
      'it does not see what others write',
      async (tx, { items }) => {
        await tx.collection(name).doc(1).get();
        await items.doc(2).update({ v: 9 });
        return (await tx.collection(name).doc(2).get()).data;
      },
      { _id: 2, v: 2 },
    ),
    within(
      'add(), set() and remove()',
      async (tx) => {
        const documents = tx.collection(name);
        const { id } = await documents.add({ _id: 'new' });
        await documents.doc('set').set({ a: 1 });
        const { deleted } = await documents.doc(1).remove();
        return [id, deleted, (await documents.doc('set').get()).data, (await documents.doc(1).get()).data];
      },
      ['new', 1, { _id: 'set', a: 1 }, null],
    ),
    within(
      'where().get(), with its own writes and without those of others',
      async (tx, { items, _ }) => {
        const documents = tx.collection(name);
        await documents.doc(1).update({ v: 7 });
        await documents.add({ _id: 4, v: 8 });
        await documents.doc(3).remove();
        await items.doc(2).update({ v: 9 });
        await items.add({ _id: 5, v: 9 });
        return (
          await documents
            .where({ v: _.gt(1) })
            .orderBy('v', 'desc')
            .get()
        ).data;
      },
      [
        { _id: 4, v: 8 },
        { _id: 1, v: 7 },
        { _id: 2, v: 2 },
      ],
    ),
    within(
      'where().skip().limit()',
      async (tx) => {
        return idsOf(await tx.collection(name).where({}).orderBy('v', 'asc').skip(1).limit(1).get());
      },
      [2],
    ),
    within(
      'where().updateAndReturn()',
      async (tx, { items, _ }) => {
        const { doc } = await tx
          .collection(name)
          .where({ v: 2 })
          .updateAndReturn({ v: _.inc(5) });
        return [doc, (await items.doc(2).get()).data];
      },
      [{ _id: 2, v: 7 }, [{ _id: 2, v: 2 }]],
    ),
    within(
      'where().update() runs outside, as in production',
      async (tx, { items }) => {
        await tx.collection(name).where({ _id: 2 }).update({ v: 9 });
        return (await items.doc(2).get()).data;
      },
      [{ _id: 2, v: 9 }],
    ),
    within(
      'count() runs outside, as in production',
      async (tx) => {
        await tx.collection(name).add({ _id: 'new' });
        return (await tx.collection(name).count()).total;
      },
      3,
    ),
    {
      name: 'rollback() leaves nothing',
      items: withValues(1),
      call: async ({ db, items }) => {
        const tx: Transaction = await db.startTransaction();
        await tx.collection(name).doc(1).update({ v: 2 });
        await tx.rollback();
        return (await items.doc(1).get()).data;
      },
      outcome: { answers: [{ _id: 1, v: 1 }] },
    },
    {
      name: 'an error in runTransaction() rolls back',
      items: withValues(1),
      call: async ({ db, items }) => {
        const failing = db.runTransaction(async (tx: Transaction) => {
          await tx.collection(name).doc(1).update({ v: 2 });
          throw new Error('no');
        });
        const reason = await failing.catch(({ message }: Error) => message);
        return [reason, (await items.doc(1).get()).data];
      },
      outcome: { answers: ['no', [{ _id: 1, v: 1 }]] },
    },
    {
      name: 'the second writer of a document conflicts',
      items: withValues(1),
      call: ({ db }) => twoAtOnce(db),
      outcome: { fails: { code: 'DATABASE_TRANSACTION_CONFLICT', message: /Transaction is conflict/ } },
    },
    {
      name: 'runTransaction() tries again after a conflict',
      items: withValues(0),
      call: async ({ db, items, _ }) => {
        const change = () =>
          db.runTransaction((tx: Transaction) =>
            tx
              .collection(name)
              .doc(1)
              .update({ v: _.inc(1) }),
          );
        await Promise.all([change(), change(), change()]);
        return (await items.doc(1).get()).data;
      },
      outcome: { answers: [{ _id: 1, v: 3 }] },
    },
    {
      name: 'a transaction that is over',
      call: async ({ db }) => {
        const tx: Transaction = await db.startTransaction();
        await tx.commit();
        return tx.collection(name).doc(1).get();
      },
      outcome: { fails: { code: 'DATABASE_TRANSACTION_FAIL', message: /does not exist on the server/ } },
    },
  ],
};

/** What is answered inside a transaction over the values 1, 2 and 3; it is rolled back afterwards. */
function within(
  title: string,
  act: (tx: Transaction, environment: Environment) => Promise<unknown>,
  answers: unknown,
): Row {
  const call = async (environment: Environment) => {
    const tx: Transaction = await environment.db.startTransaction();
    try {
      return await act(tx, environment);
    } finally {
      await tx.rollback();
    }
  };
  return { name: title, items: withValues(1, 2, 3), call, outcome: { answers } };
}

async function twoAtOnce(db: Environment['db']): Promise<unknown> {
  const [first, second]: [Transaction, Transaction] = [await db.startTransaction(), await db.startTransaction()];
  try {
    await first.collection(name).doc(1).update({ v: 5 });
    return await second.collection(name).doc(1).update({ v: 6 });
  } finally {
    await first.rollback();
  }
}
