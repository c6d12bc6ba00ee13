import { decideFollow, type FollowNews } from './decideFollow';
import { type FanRecord, readFan, writeFan } from './fans';

/** Pushes, a walk and an unfollow may meet; more than these rounds at one fan is a fault. */
const rounds = 8;

/** A fan before and after something was heard; the same when nothing was new. */
export interface FanChange {
  before: FanRecord | undefined;
  after: FanRecord;
}

/** Writes what is heard of a fan, deciding anew on what is there when somebody else was faster. */
export const hearOf = (ids: { fanId: string; shopId: string }, news: FollowNews): Promise<FanChange> =>
  changeFan(ids.fanId, (fan) => decideFollow(fan, news, ids));

/** Changes a fan as `decide` says; the very same fan is not written. */
export async function changeFan<Fan extends FanRecord | undefined>(
  fanId: string,
  decide: (fan: FanRecord | undefined) => FanRecord | Fan,
): Promise<{ before: FanRecord | undefined; after: FanRecord | Fan }> {
  for (let round = 0; round < rounds; round += 1) {
    const before = await readFan(fanId);
    const after = decide(before);
    if (after === before || !after || (await writeFan(before, after))) return { before, after };
  }
  throw new Error(`fan ${fanId} keeps changing`);
}
