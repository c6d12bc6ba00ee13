import { readOrder } from '../order';
import { project } from '../project';
import type { Engine, Request } from '../Request';
import type { Found } from '../selectAt';
import { encodeWire, storedIsWire } from '../values';
import { wireList } from '../wireList';

/** `doc().get()` and `where().get()`: 100 documents unless told otherwise, never more than 1000. */
export async function getDocument(engine: Engine, request: Request): Promise<Record<string, unknown>> {
  const offset = request.count('offset', 0);
  const limit = request.isDocumentQuery ? 1 : Math.min(request.count('limit', 100), 1000);
  const order = request.has('order') ? readOrder(request.document('order')) : undefined;
  const projection = request.has('projection') ? request.document('projection') : undefined;
  const view = engine.transactions.view(request.transactionId, request.work);
  const found = view.select(request.collection, { query: request.query, order, offset, limit });
  const list = projection
    ? request.work.evaluate(() => found.map(({ document }) => encodeWire(project(document, projection))))
    : found.map(wireText);
  return { data: { list: wireList(list), offset, limit } };
}

/** `count()`. */
export async function calculateDocument(engine: Engine, request: Request): Promise<Record<string, unknown>> {
  const { collection, query } = request;
  const everything = Object.keys(query).length === 0;
  const view = engine.transactions.view(undefined, request.work);
  return { data: { total: everything ? collection.count() : view.select(collection, { query }).length } };
}

/** The stored text itself wherever it may be sent as it is, which saves parsing and writing it. */
const wireText = ({ text, document }: Found): string =>
  text !== undefined && storedIsWire(text) ? text : encodeWire(document);
