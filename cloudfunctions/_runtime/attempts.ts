import type { Limit } from '../../shared/kernel/operation';
import { _, db, insert, readOne } from './database';
import { setting } from './setting';

/** How often one person did one thing in one window. The id names all three, so that every function counts the same record. */
interface AttemptsRecord {
  _id: string;
  openId: string;
  count: number;
  /** The request that made the record, and is counted in it from the start. */
  first: string;
  /** When the window ends, in ms since 1970. */
  until: number;
}

/** One call of a limited operation. `now` is ms since 1970. */
export interface Attempt {
  operation: string;
  openId: string;
  requestId: string;
  now: number;
}

const collection = 'attempts';

/** Somebody did something more often than its limit allows; they may again from `until` on (ms since 1970). */
export class TooOften extends Error {
  constructor(readonly until: number) {
    super(`not before ${until}`);
  }
}

/**
 * Counts one call. Rejects with TooOften when the limit was reached before; then nothing was counted. Windows are fixed, so
 * around the turn of one it may be twice as many. Two calls to the database, side by side: one wait.
 */
export async function countAttempt({ operation, openId, requestId, now }: Attempt, limit: Limit): Promise<void> {
  const windowMs = limit.seconds * 1_000;
  const window = Math.floor(now / windowMs);
  const _id = `${openId}~${operation}~${window}`;
  const until = (window + 1) * windowMs;
  const begun: AttemptsRecord = { _id, openId, count: 1, first: requestId, until };
  const [inserted, isCounted] = await Promise.all([
    insert(collection, begun),
    countOnto(_id, requestId, limit.times * Number(setting('LIMIT_FACTOR'))),
  ]);
  if (inserted === 'inserted' || isCounted) return;
  // The SDK sends a call again when its connection broke: then it was this very request that made the record.
  const record = await readOne<AttemptsRecord>(collection, _id);
  if (record?.first !== requestId) throw new TooOften(until);
}

async function countOnto(_id: string, requestId: string, most: number): Promise<boolean> {
  const { updated } = await db
    .collection(collection)
    .where({ _id, first: _.neq(requestId), count: _.lt(most) })
    .update({ count: _.inc(1) });
  return updated === 1;
}

/** Windows that are over count for nothing; answers how many went. */
export async function forgetOldAttempts(now: number): Promise<number> {
  const { deleted } = await db
    .collection(collection)
    .where({ until: _.lt(now) })
    .remove();
  return deleted ?? 0;
}
