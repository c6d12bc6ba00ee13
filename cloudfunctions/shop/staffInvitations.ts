import type { InputOf } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { _, db, insert, readOne } from '../_runtime/database';

/** A place in a shop that is offered to whoever has the link. */
export interface StaffInvitationRecord {
  /** Made of the shop and the id that the owner's phone chose. */
  _id: string;
  shopId: string;
  role: InputOf<ShopContract['inviteStaff']>['role'];
  /** What the link has beside the id, so that nobody guesses one. */
  secret: string;
  until: number;
  /** openid of who took it. */
  takenBy?: string;
  /** The place was given: who is removed from the shop later does not come back by the old link. */
  done?: boolean;
}

const collection = 'staffInvitations';

const idOf = (shopId: string, invitationId: string): string => `${shopId}-${invitationId}`;

/** Makes an invitation, or answers the one that was made under this id. */
export async function makeInvitation(
  invitationId: string,
  invitation: Omit<StaffInvitationRecord, '_id'>,
): Promise<StaffInvitationRecord> {
  const made = { _id: idOf(invitation.shopId, invitationId), ...invitation };
  if ((await insert(collection, made)) === 'inserted') return made;
  return (await readOne<StaffInvitationRecord>(collection, made._id)) ?? made;
}

/** The invitation of a link, while this person may take it. */
export async function readInvitation(
  { shopId, code }: { shopId: string; code: string },
  openId: string,
  now: number,
): Promise<StaffInvitationRecord | undefined> {
  const [invitationId = '', secret] = code.split('~');
  const found = await readOne<StaffInvitationRecord>(collection, idOf(shopId, invitationId));
  if (!found || found.secret !== secret || found.until <= now || found.done) return undefined;
  return found.takenBy === undefined || found.takenBy === openId ? found : undefined;
}

/** Takes an invitation for this person; false when somebody else was first. */
export async function takeInvitation({ _id }: StaffInvitationRecord, openId: string): Promise<boolean> {
  const { updated } = await db
    .collection(collection)
    .where({ _id, takenBy: _.exists(false) })
    .update({ takenBy: openId });
  return updated === 1 || (await readOne<StaffInvitationRecord>(collection, _id))?.takenBy === openId;
}

/** The person has the place. */
export async function closeInvitation({ _id }: StaffInvitationRecord): Promise<void> {
  await db.collection(collection).where({ _id }).update({ done: true });
}

/** Deletes invitations that are over; answers how many. */
export async function forgetOldInvitations(now: number): Promise<number> {
  const { deleted } = await db
    .collection(collection)
    .where({ until: _.lt(now) })
    .remove();
  return deleted ?? 0;
}
