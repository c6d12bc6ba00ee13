import { _ } from '../_runtime/database';
import type collections from '../collections.json';
import { forgetBuyer } from '../order/public';
import { forgetCustomers } from './forgetCustomers';

/** What becomes of a collection when a person exports what is known of them, or has it deleted. */
export type Treatment =
  /** It holds nothing of a shopper. */
  | { is: 'nobodys'; because: string }
  | { is: 'removed'; find: Find }
  /** It stays, as `update` leaves it. `alias` is a keyed hash. */
  | { is: 'kept'; because: string; find: Find; update(alias: string): object }
  /** A domain does it, since more hangs on it. */
  | { is: 'own'; because: string; find: Find; forget(openId: string, alias: string): Promise<number> };

/** Who somebody is. */
export interface Somebody {
  openId: string;
  unionId?: string | undefined;
}

/** The records of a person. */
export type Find = (who: Somebody) => object;

const own: Find = ({ openId }) => ({ openId });
/** Ids that begin with the openid. */
const byId: Find = ({ openId }) => ({ _id: _.gte(`${openId}~`).and(_.lt(`${openId}~~`)) });

/**
 * Every collection there is, and what a person's rights come to in it. This one file names collections of other domains: a
 * right holds across all of them, and one that is not here breaks the build.
 */
export const personalData = {
  shops: { is: 'nobodys', because: 'what shops say of themselves' },
  shopCells: { is: 'nobodys', because: 'counts of shops' },
  staff: { is: 'nobodys', because: 'whoever works in a shop cannot be deleted before they leave it' },
  staffInvitations: { is: 'removed', find: ({ openId }) => ({ takenBy: openId }) },
  auditLog: {
    ...{ is: 'kept', because: 'a shop may know for half a year what was done in it; who had left is no more named' },
    ...{ find: own, update: (alias) => ({ openId: alias, name: '已注销' }) },
  },
  products: { is: 'nobodys', because: 'goods' },
  skus: { is: 'nobodys', because: 'notes of who takes pieces are gone after two minutes' },
  stockMoves: {
    ...{ is: 'kept', because: 'stock is the sum of its moves', find: ({ openId }) => ({ by: openId }) },
    update: (alias) => ({ by: alias }),
  },
  orders: {
    ...{
      is: 'own',
      because: 'kept without the buyer for three years, by 电子商务法 31',
      find: own,
      forget: forgetBuyer,
    },
  },
  couponTemplates: { is: 'nobodys', because: 'notes of who is given one are gone after two minutes' },
  coupons: {
    ...{ is: 'kept', because: 'the budget is the sum of what was given', find: own },
    update: (alias) => ({ openId: alias, by: alias, givingId: alias, validUntil: 0 }),
  },
  officialAccounts: { is: 'nobodys', because: 'bindings of shops' },
  fans: {
    ...{ is: 'kept', because: 'who follows an account is the account’s, until they unfollow' },
    find: ({ openId, unionId }) =>
      _.or([{ 'person.shopperOpenId': openId }, ...(unionId === undefined ? [] : [{ 'person.unionId': unionId }])]),
    // From then on they are a follower of whom nothing else is known.
    update: () => ({
      ...{ 'person.shopperOpenId': _.remove(), 'person.unionId': _.remove() },
      ...{ version: _.inc(1), customerDue: true },
    }),
  },
  followCodes: { is: 'removed', find: ({ openId }) => ({ shopperOpenId: openId }) },
  welcomes: { is: 'nobodys', because: 'keyed hashes only' },
  follows: { is: 'nobodys', because: 'keyed hashes only' },
  pushes: { is: 'nobodys', because: 'keyed hashes only' },
  authorisations: { is: 'nobodys', because: 'which shop began one' },
  platformTokens: { is: 'nobodys', because: 'tokens, sealed' },
  bills: { is: 'nobodys', because: 'sums of WeChat Pay' },
  reconciliations: { is: 'nobodys', because: 'numbers of payments' },
  articles: { is: 'nobodys', because: 'what shops publish' },
  articleProducts: { is: 'nobodys', because: 'what shops publish' },
  articleMarks: { is: 'removed', find: own },
  comments: { is: 'removed', find: own },
  commentRules: { is: 'nobodys', because: 'choices of shops' },
  carts: { is: 'removed', find: ({ openId }) => ({ _id: openId }) },
  visits: { is: 'removed', find: byId },
  touches: { is: 'removed', find: own },
  dailyReports: { is: 'nobodys', because: 'counts' },
  dailySales: { is: 'nobodys', because: 'counts' },
  adSpends: { is: 'nobodys', because: 'costs of shops' },
  channels: { is: 'nobodys', because: 'codes and links of shops' },
  customers: {
    ...{ is: 'own', because: 'removed, and counted out of the shop’s book' },
    ...{ find: ({ openId }) => ({ 'person.openId': openId }), forget: forgetCustomers },
  },
  customerBooks: { is: 'nobodys', because: 'counts' },
  segments: { is: 'nobodys', because: 'conditions' },
  campaigns: { is: 'nobodys', because: 'what shops write, and counts' },
  sends: { is: 'removed', find: own },
  messageQuotas: { is: 'removed', find: own },
  restockNotices: { is: 'removed', find: own },
  deletions: { is: 'nobodys', because: 'holds the openid until all else is deleted, and a keyed hash from then on' },
  attempts: { is: 'removed', find: own },
  addresses: { is: 'removed', find: own },
} satisfies Record<keyof (typeof collections)['collections'], Treatment>;

/** The table in its order, with every collection that holds something of a person. */
export const personalCollections = Object.entries<Treatment>(personalData).flatMap(([name, treatment]) =>
  treatment.is === 'nobodys' ? [] : [{ name, ...treatment }],
);
