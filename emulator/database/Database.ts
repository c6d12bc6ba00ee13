import { CloudBaseError, NotEmulated } from '../CloudBaseError';
import { damagedIf } from '../dataFolder/DamagedFile';
import { aggregateDocuments } from './actions/aggregateDocuments';
import { calculateDocument, getDocument } from './actions/getDocument';
import { insertDocument } from './actions/insertDocument';
import { modifyAndReturnDoc, modifyDocument } from './actions/modifyDocument';
import { removeDocument } from './actions/removeDocument';
import type { CollectionDeclarations } from './declarations';
import { type Explanation, explain } from './explain';
import { type Engine, Request } from './Request';
import { ranOutsideTransaction } from './ranOutsideTransaction';
import { declareIndexes } from './storage/declareIndexes';
import { Store } from './storage/Store';
import { Transactions } from './transactions';
import { Work } from './Work';

/** Where the data lies and what it is. */
export interface DatabaseOptions {
  /** Holds one SQLite file and its WAL; made if missing. One process at a time. */
  dataDir: string;
  collections: CollectionDeclarations;
  /** The emulator's clock, in ms: it dates `serverDate` and ends transactions. */
  now: () => number;
}

/** The database of the emulated environment. */
export interface Database {
  /**
   * Answers one database action of the SDK with the fields of the wire answer: `{ data: … }`, `{ transactionId }` or `{}`.
   * A write is answered when it is on the disk. Rejects with `CloudBaseError`. `work` is told what was done for it.
   */
  handle(action: string, params: Record<string, unknown>, work?: Work): Promise<Record<string, unknown>>;
  /** How `getDocument` with these fields would be answered, without an effect. Throws `CloudBaseError`. */
  explain(params: Record<string, unknown>): Explanation;
  /** All collections there are, declared or made by `createCollection`, with how many documents each holds. */
  collections(): CollectionSize[];
  /**
   * Makes everything written durable and leaves the file as it is until the answer is called, so that it can be copied
   * while writes go on. One at a time.
   */
  holdFile(): () => void;
  /** Throws DATA_IN_USE when another program has the file open. */
  refuseShared(): void;
  /** Ends open transactions, makes everything written durable and closes the file. */
  close(): void;
}

/** One collection and how many documents it holds. */
export interface CollectionSize {
  name: string;
  count: number;
}

/**
 * Opens the database and makes its collections and indexes equal to the declarations. Throws E11000 if the documents break
 * a unique index that was added since, and DamagedFile if the file is broken.
 */
export function openDatabase({ dataDir, collections, now }: DatabaseOptions): Database {
  const store = new Store(dataDir);
  try {
    declareIndexes(store, collections);
  } catch (error) {
    store.close();
    throw damagedIf(error, store.sqlite.path);
  }
  const transactions = new Transactions(store, now);
  const engine: Engine = { store, transactions, now };
  let closed = false;
  return {
    async handle(action, params, work = new Work()) {
      if (closed) throw new CloudBaseError('SYS_ERR', 'The emulator is stopping.');
      const answer = actions.get(action);
      if (!answer) throw new NotEmulated(`the action ${action}`);
      const request = new Request(engine, params, work);
      work.besideTransaction = ranOutsideTransaction(engine, action, request);
      return answer(engine, request);
    },
    explain: (params) => explain(new Request(engine, params, new Work())),
    collections: () => store.collections().map((collection) => ({ name: collection.name, count: collection.count() })),
    holdFile: () => store.holdFile(),
    refuseShared: () => store.refuseShared(),
    close() {
      closed = true;
      transactions.close();
      store.close();
    },
  };
}

type Action = (engine: Engine, request: Request) => Promise<Record<string, unknown>>;

const actions: ReadonlyMap<string, Action> = new Map<string, Action>([
  ['database.addCollection', addCollection],
  ['database.insertDocument', insertDocument],
  ['database.getDocument', getDocument],
  ['database.calculateDocument', calculateDocument],
  ['database.modifyDocument', modifyDocument],
  ['database.modifyAndReturnDoc', modifyAndReturnDoc],
  ['database.removeDocument', removeDocument],
  ['database.aggregateDocuments', aggregateDocuments],
  ['database.startTransaction', startTransaction],
  ['database.commitTransaction', commitTransaction],
  ['database.abortTransaction', abortTransaction],
]);

async function addCollection({ store }: Engine, request: Request): Promise<Record<string, unknown>> {
  await store.createCollection(request.collectionName);
  return {};
}

async function startTransaction({ transactions }: Engine, request: Request): Promise<Record<string, unknown>> {
  return { transactionId: transactions.start(request.work.invocation) };
}

async function commitTransaction({ transactions }: Engine, request: Request): Promise<Record<string, unknown>> {
  await transactions.commit(request.ownTransactionId);
  return {};
}

async function abortTransaction({ transactions }: Engine, request: Request): Promise<Record<string, unknown>> {
  transactions.abort(request.ownTransactionId);
  return {};
}
