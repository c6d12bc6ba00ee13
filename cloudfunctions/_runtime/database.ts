import { app } from './app';

export const db = app.database();
/** Query and update commands of the database: `_.gte(2)`, `_.inc(-1)`. */
export const _ = db.command;

/** Reads the record with this id. */
export async function readOne<Stored>(collection: string, id: string): Promise<Stored | undefined> {
  const { data } = await db.collection(collection).doc(id).get();
  return data[0] as Stored | undefined;
}

/** Reads the records with these ids, in any order; missing ones are missing. At most 100 ids. */
export async function readMany<Stored>(collection: string, ids: readonly string[]): Promise<Stored[]> {
  if (ids.length === 0) return [];
  const { data } = await db
    .collection(collection)
    .where({ _id: _.in([...ids]) })
    .limit(100)
    .get();
  return data as Stored[];
}

/** Adds records, all or none. `exists` when one of their ids (or a unique index) is taken, and nothing was written. */
export async function insert(
  collection: string,
  ...records: readonly { _id: string }[]
): Promise<'inserted' | 'exists'> {
  try {
    await db.collection(collection).add([...records]);
    return 'inserted';
  } catch (error) {
    if (isDuplicate(error)) return 'exists';
    throw error;
  }
}

/** Adds the records that are not there yet; for records whose content follows from their id. */
export async function insertMissing(collection: string, records: readonly { _id: string }[]): Promise<void> {
  if (records.length === 0 || (await insert(collection, ...records)) === 'inserted') return;
  if (records.length > 1) await Promise.all(records.map((record) => insert(collection, record)));
}

// The exact code of a duplicate key is not documented; the message carries MongoDB's E11000.
const isDuplicate = (error: unknown): boolean => error instanceof Error && /E11000|duplicate key/i.test(error.message);
