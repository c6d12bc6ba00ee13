import { db } from './database';

/** When a timer last ran to its end, and which of its chores failed then. The id is the timer's name. */
export interface Heartbeat {
  _id: string;
  /** ms since 1970 */
  at: number;
  failed: readonly string[];
}

const collection = 'heartbeats';

/** Notes that a timer has run. */
export async function noteHeartbeat({ _id, at, failed }: Heartbeat): Promise<void> {
  await db.collection(collection).doc(_id).set({ at, failed });
}

/** The last run of each timer; one that never ran is missing. */
export async function readHeartbeats(): Promise<Heartbeat[]> {
  const { data } = await db.collection(collection).limit(100).get();
  return data as Heartbeat[];
}
