import * as v from 'valibot';
import { HeldCoupon } from '../../coupon/shapes';
import type { Contract } from '../../kernel/operation';
import { Id, OptionalText } from '../../kernel/schemas';
import { SaysTooMuch } from '../shapes';

/** Where a shop may say what its members have. */
const benefitPlaces = ['home', 'product'] as const;

/**
 * What a shop gives to those who follow its account, in the shape that WeChat allows: never a condition of anything, and
 * never a reward for the act. `welcomeCoupon`: the account itself sends one to whoever begins to follow, once for life.
 * `followerPrice`: whoever follows pays the member's price of a SKU, as long as they follow.
 */
const FollowBenefit = v.object({
  benefit: v.variant('kind', [
    v.object({ kind: v.literal('off') }),
    v.object({ kind: v.literal('welcomeCoupon'), templateId: Id }),
    v.object({ kind: v.literal('followerPrice') }),
  ]),
  /** The pages that show it beside the way to the account; none when empty. */
  places: v.pipe(
    v.array(v.picklist(benefitPlaces)),
    v.maxLength(2),
    v.check((places) => new Set(places).size === places.length),
  ),
  /** The shop's own line beside it. */
  text: OptionalText(30),
});
export type FollowBenefit = v.InferOutput<typeof FollowBenefit>;

/** A key that only WeChat's message to one follower holds: 43 characters. */
const WelcomeToken = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));

/** What a shop gives to its followers. */
export const benefitOperations = {
  /** What the shop has chosen; `off` everywhere until it chooses. */
  getFollowBenefit: { who: 'owner', input: v.object({ shopId: Id }), output: FollowBenefit, refusals: {} },
  /** Chooses it for the account that is bound. Ends with the binding; nothing already given is taken back. */
  setFollowBenefit: {
    who: 'owner',
    audit: ['benefit'],
    input: v.object({ shopId: Id, ...FollowBenefit.entries }),
    output: FollowBenefit,
    refusals: {
      NOT_BOUND: v.object({}),
      /** The shop has no such coupon template. */
      NOT_FOUND: v.object({}),
      ...SaysTooMuch,
    },
  },
  /**
   * Takes the welcome coupon that the account's message leads to, as whoever opens it: the first one, once. The same
   * person again finds the same coupon, also by the message to somebody else.
   */
  claimWelcome: {
    who: 'shopper',
    limit: { times: 10, seconds: 3600 },
    input: v.object({ token: WelcomeToken }),
    output: HeldCoupon,
    refusals: {
      /** No such message, or of a shop that has no account any more. */
      NOT_FOUND: v.object({}),
      /** Somebody else has it, or WeChat says that the message was for somebody else. */
      NOT_YOURS: v.object({}),
      /** The shop has none left, or they are no longer valid. */
      GONE: v.object({}),
    },
  },
} satisfies Contract;
