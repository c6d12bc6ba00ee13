import { _, db, insert, readOne } from '../_runtime/database';
import { keyedId } from './fanKeys';

/** An authorisation that a shop's owner has begun at WeChat; its id is a keyed hash of WeChat's pre-auth code. */
export interface AuthorisationRecord {
  _id: string;
  shopId: string;
  /** ms */
  until: number;
}

const collection = 'authorisations';
const idOf = (preAuthCode: string): string => keyedId('preauth', preAuthCode);

export const insertAuthorisation = (preAuthCode: string, shopId: string, until: number) =>
  insert(collection, { _id: idOf(preAuthCode), shopId, until } as AuthorisationRecord);

/** Which shop began the authorisation with this code, if one did and it is not over. */
export async function readAuthorisation(preAuthCode: string, now: number): Promise<AuthorisationRecord | undefined> {
  const begun = await readOne<AuthorisationRecord>(collection, idOf(preAuthCode));
  return begun && begun.until > now ? begun : undefined;
}

/** Deletes what nobody finished. Answers how many. */
export async function removeOldAuthorisations(now: number): Promise<number> {
  const { deleted = 0 } = await db
    .collection(collection)
    .where({ until: _.lt(now) })
    .remove();
  return deleted;
}
