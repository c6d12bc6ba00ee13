import type { Engine, Request } from './Request';

/**
 * Whether a request ran outside its transaction, as far as the wire can tell: the SDK sends `where().update()`,
 * `where().remove()`, `count()` and `aggregate()` of a transaction without its id, exactly like those beside it. So it is
 * said of each of these that an invocation sends while a transaction of its own is open.
 */
export function ranOutsideTransaction({ transactions }: Engine, action: string, request: Request): boolean {
  const { invocation } = request.work;
  if (invocation === undefined || !neverInside.has(action)) return false;
  return request.transactionId === undefined && !request.isDocumentQuery && transactions.hasOpen(invocation);
}

/** What to write instead; for the log of calls. */
export const insideTransactionAdvice =
  'It ran outside the transaction that was open: a transaction takes doc(id), add() and where().get() only. Read the ids with where().get() of the transaction, then update or remove each by doc(id); count or aggregate before it begins.';

const neverInside = new Set([
  'database.modifyDocument',
  'database.removeDocument',
  'database.calculateDocument',
  'database.aggregateDocuments',
]);
