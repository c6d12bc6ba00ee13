import { _, db, insert, readOne } from '../_runtime/database';
import { keyedId } from '../fan/public';
import type { Somebody } from './personalData';

/** Somebody who wanted to be deleted: with their openid until it is done, then only the keyed hash that stands for them. */
export interface DeletionRecord {
  /** `aliasOf` the openid. */
  _id: string;
  openId?: string;
  unionId?: string;
  askedAt: number;
  /** There is something left to do. */
  due?: true;
  doneAt?: number;
}

const collection = 'deletions';

/** What stands for a person in what is kept of them; nobody can go back from it. */
export const aliasOf = (openId: string): string => `gone-${keyedId('gone', openId).slice(0, 27)}`;

export const readDeletion = (openId: string): Promise<DeletionRecord | undefined> =>
  readOne<DeletionRecord>(collection, aliasOf(openId));

/** Begins a deletion, also of somebody who was deleted before and came back. */
export async function beginDeletion({ openId, unionId }: Somebody, now: number): Promise<void> {
  const who = { openId, ...(unionId !== undefined && { unionId }) };
  const deletion: DeletionRecord = { _id: aliasOf(openId), ...who, askedAt: now, due: true };
  if ((await insert(collection, deletion)) === 'inserted') return;
  await db
    .collection(collection)
    .where({ _id: deletion._id })
    .update({ ...who, askedAt: now, due: true, doneAt: _.remove() });
}

/** Notes that nothing is left to do, and forgets who it was. */
export const endDeletion = (openId: string, now: number) =>
  db
    .collection(collection)
    .where({ _id: aliasOf(openId) })
    .update({ openId: _.remove(), unionId: _.remove(), due: _.remove(), doneAt: now });

/** Deletions that are not done; at most 10. */
export async function readDueDeletions(): Promise<DeletionRecord[]> {
  return (await db.collection(collection).where({ due: true }).limit(10).get()).data as DeletionRecord[];
}
