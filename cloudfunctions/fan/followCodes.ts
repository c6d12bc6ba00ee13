import type { FollowPlace } from '../../shared/traffic/followPlaces';
import { _, db, insert, readOne } from '../_runtime/database';

/** A QR code that was made for one shopper, and who scanned it first. The id is its scene. */
export interface FollowCodeRecord {
  _id: string;
  shopId: string;
  /** The mini program's. */
  shopperOpenId: string;
  /** Where in the mini program it was shown. */
  from: FollowPlace;
  articleId?: string;
  /** What the QR code says. */
  text: string;
  expiresAt: number;
  /** The fan who scanned it. */
  fanId?: string;
}

const collection = 'followCodes';

export const readFollowCode = (codeId: string): Promise<FollowCodeRecord | undefined> =>
  readOne<FollowCodeRecord>(collection, codeId);

export const insertFollowCode = (code: FollowCodeRecord): Promise<'inserted' | 'exists'> => insert(collection, code);

/** Gives the code to the first fan who scans it, and answers the code; undefined for any other fan, or no such code. */
export async function claimFollowCode(
  codeId: string,
  shopId: string,
  fanId: string,
): Promise<FollowCodeRecord | undefined> {
  await db
    .collection(collection)
    .where({ _id: codeId, shopId, fanId: _.exists(false) })
    .update({ fanId });
  const code = await readFollowCode(codeId);
  return code?.shopId === shopId && code.fanId === fanId ? code : undefined;
}

/** Deletes codes that ended before `now` (ms), and answers how many. */
export async function removeExpiredCodes(now: number): Promise<number> {
  return (
    (
      await db
        .collection(collection)
        .where({ expiresAt: _.lt(now) })
        .remove()
    ).deleted ?? 0
  );
}
