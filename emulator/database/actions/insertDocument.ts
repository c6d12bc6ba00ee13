import { randomBytes } from 'node:crypto';
import { ObjectId } from 'bson';
import { decodeWireDocument } from '../decodeWire';
import { requestFailed } from '../failures';
import type { Engine, Request } from '../Request';
import type { Change } from '../storage/Change';
import { idKeyOf } from '../storage/Collection';
import { type Document, isDocument } from '../values';

/** `add()`: all documents or none. Makes the ids that are missing; a taken id or unique key fails with E11000. */
export async function insertDocument(engine: Engine, request: Request): Promise<Record<string, unknown>> {
  const { collection } = request;
  const documents = request.list('data').map((text) => withId(decodeWireDocument(text, engine.now())));
  documents.forEach(refuseOperators);
  const insertedIds = await engine.transactions.write(request.transactionId, request.work, (view) => {
    const changes = new Map<string, Change>();
    for (const document of documents) {
      const key = idKeyOf(document._id);
      const taken = changes.has(key) || view.select(collection, { query: { _id: document._id } }).length > 0;
      if (taken) collection.refuseTaken(document._id);
      changes.set(key, { collection, key, document });
    }
    return { changes: [...changes.values()], answer: documents.map(({ _id }) => wireId(_id)) };
  });
  return { data: { insertedIds } };
}

/** The id of a document that came without one: 32 hex digits, as CloudBase makes them. */
const newId = (): string => randomBytes(16).toString('hex');

/** An id as it is answered: ObjectIds as hex. */
export const wireId = (id: unknown): unknown => (id instanceof ObjectId ? id.toHexString() : id);

/** Refuses fields that begin with `$`: an operator where a value belongs. */
export function refuseOperators(value: unknown): void {
  if (Array.isArray(value)) value.forEach(refuseOperators);
  if (!isDocument(value)) return;
  for (const [key, field] of Object.entries(value)) {
    if (key.startsWith('$')) throw requestFailed(`The dollar ($) prefixed field '${key}' is not valid for storage.`);
    refuseOperators(field);
  }
}

function withId(document: Document): Document {
  const { _id = newId(), ...fields } = document;
  if (Array.isArray(_id) || _id instanceof RegExp)
    throw requestFailed("The '_id' value cannot be of type array or regex");
  return { _id, ...fields };
}
