import { _, db, insert, insertMissing, readOne } from '../_runtime/database';

/** Who a follower is; deleted as soon as they leave. */
export interface FanPerson {
  /** For the official account. */
  openId: string;
  unionId?: string;
  /** WeChat has not told yet whether there is a unionid. */
  unionIdPending?: true;
  /** The mini program's openid of the shopper whose follow code was scanned. */
  shopperOpenId?: string;
}

/** Somebody who follows a shop's account or once did. The id is a keyed hash, so a return finds the same record. */
export interface FanRecord {
  _id: string;
  shopId: string;
  follows: boolean;
  /** When the newest event happened that is told here, in seconds since 1970, as WeChat gives it. */
  at: number;
  version: number;
  /** When the walk began that last met them (ms), 0 when none did. */
  seenAt: number;
  person?: FanPerson;
  /** The customer they are is still to be told (`crm/settleFollowers.ts`). */
  customerDue?: true;
}

const collection = 'fans';
/** Every change is told to the customer that the fan is. */
const customerDue = true;

export const readFan = (fanId: string): Promise<FanRecord | undefined> => readOne<FanRecord>(collection, fanId);

/** Writes a fan over the one that was read, `undefined` for none. False when somebody else was faster. */
export async function writeFan(before: FanRecord | undefined, after: FanRecord): Promise<boolean> {
  const first: FanRecord = { ...after, customerDue };
  if (!before) return (await insert(collection, first)) === 'inserted';
  const { follows, at, person } = after;
  const { updated } = await db
    .collection(collection)
    .where({ _id: before._id, version: before.version })
    .update({ follows, at, person: person ? _.set(person) : _.remove(), version: before.version + 1, customerDue });
  return updated === 1;
}

/** Of these shops (at most 100), those that this person follows. */
export async function shopsFollowedBy(
  shopIds: readonly string[],
  openId: string,
  unionId: string | undefined,
): Promise<ReadonlySet<string>> {
  const followedAs = async (who: object): Promise<string[]> => {
    const own = db.collection(collection).where({ shopId: _.in([...shopIds]), follows: true, ...who });
    const { data } = await own.field({ shopId: true }).limit(1000).get();
    return data.map(({ shopId }: Pick<FanRecord, 'shopId'>) => shopId);
  };
  const [byCode, byUnionId] = await Promise.all([
    followedAs({ 'person.shopperOpenId': openId }),
    unionId === undefined ? [] : followedAs({ 'person.unionId': unionId }),
  ]);
  return new Set([...byCode, ...byUnionId]);
}

/** Of these fans, those that are known, and whether they follow. At most 1000 ids. */
export async function readFollows(fanIds: readonly string[]): Promise<Pick<FanRecord, '_id' | 'follows'>[]> {
  const { data } = await db
    .collection(collection)
    .where({ _id: _.in([...fanIds]) })
    .field({ follows: true })
    .limit(1000)
    .get();
  return data as Pick<FanRecord, '_id' | 'follows'>[];
}

/** Adds fans that a walk met and nobody knew. */
export const insertFans = (fans: readonly FanRecord[]): Promise<void> =>
  insertMissing(
    collection,
    fans.map((fan) => ({ ...fan, customerDue })),
  );

/** Notes that a walk begun then has met these followers. */
export async function noteSeen(fanIds: readonly string[], startedAt: number): Promise<void> {
  if (fanIds.length === 0) return;
  await db
    .collection(collection)
    .where({ _id: _.in([...fanIds]) })
    .update({ seenAt: startedAt });
}

/**
 * Whoever the walk begun at `startedAt` (ms) has not met, and is not told to have come since `at` (s), has left: all that
 * is personal is deleted. Answers how many.
 */
export const forgetUnseen = (shopId: string, startedAt: number, at: number): Promise<number> =>
  forget({ shopId, follows: true, seenAt: _.lt(startedAt), at: _.lt(at) }, { at });

/** Deletes what is personal of all the shop's followers; a walk of a later binding finds them anew. Answers how many. */
export const forgetAll = (shopId: string): Promise<number> => forget({ shopId, follows: true });

async function forget(which: object, more: object = {}): Promise<number> {
  const gone = { follows: false, person: _.remove(), version: _.inc(1), customerDue, ...more };
  return (await db.collection(collection).where(which).update(gone)).updated ?? 0;
}

/** Followers of whom WeChat has not told a unionid yet; at most 100. */
export async function readUnionIdsPending(shopId: string): Promise<FanRecord[]> {
  const { data } = await db.collection(collection).where({ shopId, 'person.unionIdPending': true }).limit(100).get();
  return data as FanRecord[];
}

/** Fans whose customer is still to be told; at most `limit`. */
export async function readFansToTell(limit: number): Promise<FanRecord[]> {
  return (await db.collection(collection).where({ customerDue }).limit(limit).get()).data as FanRecord[];
}

/** Notes that the customer has been told of a fan as it was read; one that changed meanwhile is told again. */
export const noteFanTold = ({ _id, version }: FanRecord) =>
  db.collection(collection).where({ _id, version }).update({ customerDue: _.remove() });

/** The follower of a shop that this shopper is known to be. */
export async function readFanOf(
  shopId: string,
  openId: string,
  unionId: string | undefined,
): Promise<FanRecord | undefined> {
  const followsAs = async (who: object): Promise<FanRecord | undefined> =>
    (
      await db
        .collection(collection)
        .where({ shopId, ...who, follows: true })
        .limit(1)
        .get()
    ).data[0];
  const [byCode, byUnionId] = await Promise.all([
    followsAs({ 'person.shopperOpenId': openId }),
    unionId === undefined ? undefined : followsAs({ 'person.unionId': unionId }),
  ]);
  return byCode ?? byUnionId;
}
