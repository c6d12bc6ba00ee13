import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { Cursor, Id, Moment, Text } from '../../kernel/schemas';
import { roles } from '../role';

const Role = v.picklist(roles);
/** What can be given away; a shop has one owner. */
const GivenRole = v.picklist(['clerk', 'manager']);

/** `invitationId~secret`, as the link holds it. */
const InvitationCode = v.pipe(v.string(), v.regex(/^[\w-]{4,32}~[\w-]{24}$/));

/** Who works in a shop, and what they did. */
export const staffOperations = {
  listStaff: {
    who: 'manager',
    input: v.object({ shopId: Id }),
    output: v.object({
      /** The owner first, then by when they joined. */
      staff: v.array(
        v.object({
          memberId: Id,
          name: v.string(),
          role: Role,
          joinedAt: v.optional(Moment),
          /** Whether it is the caller. */
          isMe: v.boolean(),
        }),
      ),
    }),
    refusals: {},
  },
  /** Makes an invitation for one person, for a day. The client makes the id, so that asking twice makes one. */
  inviteStaff: {
    who: 'owner',
    limit: { times: 30, seconds: 3600 },
    input: v.object({ shopId: Id, invitationId: Id, role: GivenRole }),
    output: v.object({ code: InvitationCode, role: GivenRole, until: Moment }),
    refusals: { SHOP_IS_FULL: v.object({ most: v.number() }) },
    audit: ['invitationId', 'role'],
  },
  /** What somebody is invited to. */
  getInvitation: {
    who: 'shopper',
    limit: { times: 20, seconds: 3600 },
    input: v.object({ shopId: Id, code: InvitationCode }),
    output: v.object({ shopName: v.string(), role: GivenRole, until: Moment }),
    refusals: { INVITATION_OVER: v.object({}), ALREADY_STAFF: v.object({ role: Role }) },
  },
  /** Takes the place in the shop that the invitation is for; the first who does has it. */
  acceptInvitation: {
    who: 'shopper',
    limit: { times: 10, seconds: 3600 },
    input: v.object({ shopId: Id, code: InvitationCode, name: Text(12) }),
    output: v.object({ role: Role }),
    refusals: { INVITATION_OVER: v.object({}), ALREADY_STAFF: v.object({ role: Role }) },
  },
  /** The owner's own role stays. */
  changeRole: {
    who: 'owner',
    input: v.object({ shopId: Id, memberId: Id, role: GivenRole }),
    output: v.object({ memberId: Id, role: GivenRole }),
    refusals: { NOT_FOUND: v.object({}), OWNER_STAYS: v.object({}) },
    audit: ['memberId', 'role'],
  },
  /** From now on the person has no say in the shop; whoever is gone already is no trouble. */
  removeStaff: {
    who: 'owner',
    input: v.object({ shopId: Id, memberId: Id }),
    output: v.object({ memberId: Id }),
    refusals: { OWNER_STAYS: v.object({}) },
    audit: ['memberId'],
  },
  /** What the staff did, the newest first, 30 a page; kept for half a year. */
  listAuditLog: {
    who: 'owner',
    input: v.object({ shopId: Id, after: v.optional(Cursor) }),
    output: v.object({
      entries: v.array(
        v.object({
          entryId: v.string(),
          at: Moment,
          name: v.string(),
          role: Role,
          /** `order.refundOrder` */
          operation: v.string(),
          /** The fields that the operation's contract names under `audit`. */
          about: v.record(v.string(), v.unknown()),
        }),
      ),
      /** What the members, goods and SKUs among these entries are called now, by their ids; who or what is gone is missing. */
      names: v.record(v.string(), v.string()),
      next: v.optional(Cursor),
    }),
    refusals: {},
  },
} satisfies Contract;
