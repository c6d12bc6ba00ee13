import type { Engine, Request } from '../Request';

/** `remove()` of one document, or of all that match. */
export async function removeDocument(engine: Engine, request: Request): Promise<Record<string, unknown>> {
  const { collection, query } = request;
  const multi = request.flag('multi') ?? false;
  const deleted = await engine.transactions.write(request.transactionId, request.work, (view) => {
    const found = view.select(collection, multi ? { query } : { query, limit: 1 });
    return { changes: found.map(({ key }) => ({ collection, key, document: null })), answer: found.length };
  });
  return { data: { deleted } };
}
