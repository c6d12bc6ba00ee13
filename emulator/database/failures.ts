import { CloudBaseError } from '../CloudBaseError';

/** A collection that was never created. Message as recorded from CloudBase. */
export const collectionMissing = (name: string): CloudBaseError =>
  new CloudBaseError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  );

/** A collection that is created twice. */
export const collectionExists = (name: string): CloudBaseError =>
  new CloudBaseError('DATABASE_COLLECTION_EXIST', `[ResourceExist] Table exist: ${name}`);

/** Anything the database engine itself refuses; `reason` is MongoDB's wording. */
export const requestFailed = (reason: string): CloudBaseError =>
  new CloudBaseError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${reason}`);

/** A parameter of the wire request that the SDK would never send so. */
export const invalidParam = (reason: string): CloudBaseError => new CloudBaseError('INVALID_PARAM', reason);

/** A second document with the same unique key; `dupKey` reads like MongoDB's, e.g. `_id: "s2"`. */
export const duplicateKey = (collection: string, index: string, dupKey: string): CloudBaseError =>
  requestFailed(
    `multiple write errors: [{write errors: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: { ${dupKey} }}]}, {<nil>}]. `,
  );

/** Whether a write was refused because its unique key is taken. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof CloudBaseError && error.message.includes('E11000');

/** Someone else wrote the document first. The SDK's runTransaction tries again on exactly this code. */
export const transactionConflict = (): CloudBaseError =>
  new CloudBaseError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. Please check your request, but if the problem persists, contact us.',
  );

/** Committed, aborted, conflicted or older than 30 seconds: the server has forgotten the transaction. */
export const transactionGone = (): CloudBaseError =>
  new CloudBaseError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. Please check your request, but if the problem persists, contact us.',
  );
