import { _, db, insert, readOne } from '../_runtime/database';
import { keyedId } from './fanKeys';

/** What WeChat says names an event: who, when (s), and what; of a repeated push they are the same. */
export interface PushName {
  FromUserName: string;
  CreateTime: string;
  Event: string;
}

interface PushRecord {
  _id: string;
  at: number;
}

const collection = 'pushes';

/** An event's id: a keyed hash, so that nothing of the person is kept with it. */
export const pushIdOf = (shopId: string, { FromUserName, CreateTime, Event }: PushName): string =>
  keyedId('push', shopId, FromUserName, CreateTime, Event);

/** Whether an event has been dealt with. */
export const isDone = async (pushId: string): Promise<boolean> => (await readOne(collection, pushId)) !== undefined;

/** Notes that an event has been dealt with, once it has: one that a dead process left is not lost. */
export async function noteDone(pushId: string, now: number): Promise<void> {
  const note: PushRecord = { _id: pushId, at: now };
  await insert(collection, note);
}

/** Deletes notes from before `before` (ms), and answers how many. */
export async function removeNotes(before: number): Promise<number> {
  return (
    (
      await db
        .collection(collection)
        .where({ at: _.lt(before) })
        .remove()
    ).deleted ?? 0
  );
}
