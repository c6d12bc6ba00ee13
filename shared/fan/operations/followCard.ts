import * as v from 'valibot';
import type { Contract } from '../../kernel/operation';
import { Id } from '../../kernel/schemas';
import { followPlaces } from '../../traffic/followPlaces';

/** The account's original id, which WeChat opens its profile by. */
export const OriginalId = v.pipe(v.string(), v.regex(/^gh_[0-9a-f]{12}$/));

/**
 * How a shopper may be shown the shop's account. `component`: WeChat's own, which works only after the scenes it names;
 * `profile`: WeChat opens the account's page; `code`: a QR code of `makeFollowCode`.
 */
const Card = v.variant('way', [
  v.object({ way: v.literal('component') }),
  v.object({ way: v.literal('profile'), originalId: OriginalId }),
  v.object({ way: v.literal('code') }),
  v.object({
    way: v.literal('none'),
    /** `noRight`: the account cannot make codes, and is of another entity; `nobody`: WeChat does not say who looks. */
    because: v.picklist(['unbound', 'revoked', 'follows', 'noRight', 'nobody']),
  }),
]);
export type FollowCard = v.InferOutput<typeof Card>;

/** How a shopper finds the shop's account. */
export const followCardOperations = {
  /** Which way to the account fits here, and what its followers have, where the shop says so at this place. */
  getFollowCard: {
    who: 'anyone',
    input: v.object({
      shopId: Id,
      place: v.picklist(followPlaces),
      /** WeChat's scene value of how the mini program was opened. */
      scene: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
    }),
    output: v.object({
      card: Card,
      benefit: v.picklist(['off', 'welcomeCoupon', 'followerPrice']),
      /** The shop's own line. */
      text: v.string(),
    }),
    refusals: {},
  },
  /**
   * The owner tells what WeChat does not: whether account and mini program belong to the same or a related entity, and the
   * account's original id. Without them shoppers are shown a QR code, which always works.
   */
  describeAccount: {
    who: 'owner',
    audit: [],
    input: v.object({ shopId: Id, sameEntity: v.boolean(), originalId: v.optional(OriginalId) }),
    output: v.object({}),
    refusals: { NOT_BOUND: v.object({}) },
  },
} satisfies Contract;
