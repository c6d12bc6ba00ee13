import { NotEmulated } from '../../CloudBaseError';
import { isSame } from '../compare';
import { conditionsOf } from '../conditions';
import { requestFailed } from '../failures';
import type { Engine, Request } from '../Request';
import { idKeyOf } from '../storage/Collection';
import type { Decision, View } from '../transactions';
import { updated } from '../update';
import { type Document, encodeWire } from '../values';
import { refuseOperators, wireId } from './insertDocument';

/**
 * `update()` (operators, merged) counts the documents that became different, `set()` (the whole document, made if missing)
 * the one it found.
 */
export async function modifyDocument(engine: Engine, request: Request): Promise<Record<string, unknown>> {
  const { documents, changed, upsertId } = await modify(engine, request, request.flag('multi') ?? false);
  const updated = request.flag('merge') === false ? documents.length : changed;
  return { data: { updated, ...(upsertId === undefined ? {} : { upsert_id: upsertId }) } };
}

/** `updateAndReturn()`: the first match, as it is afterwards. */
export async function modifyAndReturnDoc(engine: Engine, request: Request): Promise<Record<string, unknown>> {
  const { documents } = await modify(engine, request, false);
  const [first] = documents;
  return { data: { updated: documents.length, doc: first ? encodeWire(first) : null } };
}

interface Modified {
  /** All that were found, as they are afterwards. */
  documents: Document[];
  changed: number;
  upsertId?: unknown;
}

function modify(engine: Engine, request: Request, multi: boolean): Promise<Modified> {
  const { collection, query, work } = request;
  const data = request.document('data');
  const replace = request.flag('merge') === false;
  const upsert = request.flag('upsert') ?? false;
  if (replace) refuseOperators(data);
  const modified = (document: Document) =>
    withSameId(document._id, replace ? { _id: document._id, ...data } : updated(document, data, query));

  return engine.transactions.write(request.transactionId, work, (view: View): Decision<Modified> => {
    const found = view.select(collection, multi ? { query } : { query, limit: 1 });
    if (found.length === 0 && upsert) {
      const id = idOf(query);
      const made = replace ? data : work.evaluate(() => updated({}, data, query));
      const document = withSameId(id, { _id: id, ...made });
      const changes = [{ collection, key: idKeyOf(document._id), document }];
      return { changes, answer: { documents: [], changed: 0, upsertId: wireId(document._id) } };
    }
    const after = work.evaluate(() =>
      found.map(({ key, document }) => ({ collection, key, before: document, document: modified(document) })),
    );
    const changes = after.filter(({ before, document }) => !isSame(before, document));
    return { changes, answer: { documents: after.map(({ document }) => document), changed: changes.length } };
  });
}

function idOf(query: Document): unknown {
  const ids = conditionsOf(query).get('_id')?.equals;
  if (ids?.length !== 1) throw new NotEmulated('an upsert without one _id');
  return ids[0];
}

/** A document keeps its id for life: its key in the store is made from it. */
function withSameId(id: unknown, document: Document): Document {
  if (isSame(id, document._id)) return document;
  throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
}
