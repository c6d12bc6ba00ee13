import * as v from 'valibot';
import type { Contract } from '../kernel/operation';
import { Id, Moment } from '../kernel/schemas';
import { followPlaces } from '../traffic/followPlaces';
import { benefitOperations } from './operations/benefit';
import { followCardOperations, OriginalId } from './operations/followCard';

const AppId = v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/));

/**
 * Why WeChat did not do what we last asked of the account: the secret was changed or our address is not on the account's
 * list, the account is not verified, the day's calls are used up, or WeChat did not answer.
 */
const Trouble = v.picklist(['credentials', 'noRight', 'quota', 'away']);
export type Trouble = v.InferOutput<typeof Trouble>;

/** What the owner enters on the account's page at WeChat, under 服务器配置, in safe mode. */
const Server = v.object({ url: v.string(), token: v.string(), aesKey: v.string() });

const Binding = v.variant('status', [
  /** `offersPlatform`: there is a third-party platform that an account can authorise instead of telling its secret. */
  v.object({ status: v.literal('unbound'), offersPlatform: v.boolean() }),
  v.object({
    status: v.literal('bound'),
    appId: AppId,
    boundAt: Moment,
    by: v.picklist(['credentials', 'platform']),
    /** Only of an account that is bound by its own credentials: the platform has one server for all. */
    server: v.optional(Server),
    /** When WeChat last checked the server; absent until the owner has entered it. */
    serverCheckedAt: v.optional(Moment),
    trouble: v.optional(Trouble),
    /** What the owner told by `describeAccount`. */
    sameEntity: v.boolean(),
    originalId: v.optional(OriginalId),
  }),
  v.object({ status: v.literal('revoked'), appId: AppId, revokedAt: Moment, offersPlatform: v.boolean() }),
]);

export const fanContract = {
  ...benefitOperations,
  ...followCardOperations,
  /**
   * Binds the shop to an official account by the account's own credentials. The same account again takes a new secret
   * and keeps the server's; a shop has one account at a time.
   */
  bindOfficialAccount: {
    who: 'owner',
    limit: { times: 10, seconds: 3600 },
    audit: ['appId'],
    input: v.object({
      shopId: Id,
      appId: AppId,
      /** AppSecret, as WeChat shows it once. */
      appSecret: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
    }),
    output: Binding,
    refusals: {
      ANOTHER_IS_BOUND: v.object({ appId: AppId }),
      /** WeChat does not take app id and secret from us. */
      CREDENTIALS_REFUSED: v.object({}),
      /** WeChat does not answer, or no more today. */
      TRY_LATER: v.object({}),
    },
  },
  /**
   * Where the account's administrator authorises our third-party platform at WeChat. The shop is bound once WeChat has told
   * us that they did; the same account again grants anew.
   */
  beginAuthorisation: {
    who: 'owner',
    audit: [],
    input: v.object({ shopId: Id }),
    output: v.object({
      /** A page of WeChat's, to be opened in WeChat. */
      url: v.string(),
      until: Moment,
    }),
    refusals: {
      ANOTHER_IS_BOUND: v.object({ appId: AppId }),
      /** There is no third-party platform here. */
      NO_PLATFORM: v.object({}),
      TRY_LATER: v.object({}),
    },
  },
  getBinding: { who: 'owner', input: v.object({ shopId: Id }), output: Binding, refusals: {} },
  /** Ends the binding. What we know of the followers is deleted; nothing already given is taken back. */
  unbind: {
    who: 'owner',
    audit: [],
    input: v.object({ shopId: Id }),
    output: Binding,
    refusals: { NOT_BOUND: v.object({}) },
  },
  /** Puts a button into the account's menu that leads into the shop, and sees that it is there; nothing else is changed. */
  putShopOnMenu: {
    who: 'owner',
    limit: { times: 10, seconds: 3600 },
    audit: [],
    input: v.object({ shopId: Id }),
    output: v.object({ entry: v.picklist(['made', 'there']) }),
    refusals: {
      NOT_BOUND: v.object({}),
      NO_RIGHT: v.object({}),
      /** The menu has three buttons already: one has to go first, at WeChat. */
      NO_ROOM: v.object({}),
      TRY_LATER: v.object({}),
    },
  },
  /**
   * A QR code of the shop's account for this shopper alone: whoever first scans it in WeChat is known from then on as
   * this shopper. The same for ten minutes at one place, good for twenty.
   */
  makeFollowCode: {
    who: 'shopper',
    limit: { times: 20, seconds: 600 },
    input: v.object({
      shopId: Id,
      /** Where the shopper is; the follow is counted there. */
      from: v.picklist(followPlaces),
      articleId: v.optional(Id),
    }),
    output: v.object({
      /** The text of the QR code, to be drawn. */
      text: v.string(),
      expiresAt: Moment,
    }),
    refusals: {
      NOT_BOUND: v.object({}),
      /** The account cannot make such codes. */
      NO_RIGHT: v.object({}),
      TRY_LATER: v.object({}),
    },
  },
  /** Whether this shopper follows the shop's account, as far as we can know. */
  getFollowState: {
    who: 'shopper',
    input: v.object({ shopId: Id }),
    output: v.object({
      /** `unknown`: does not follow, or never scanned a code of `makeFollowCode` and shares no unionid. */
      state: v.picklist(['noAccount', 'follows', 'unknown']),
    }),
    refusals: {},
  },
} satisfies Contract;
/** How a shop stands to its account, as its owner is told. */
export type Binding = v.InferOutput<typeof Binding>;
export type { FollowBenefit } from './operations/benefit';
export type FanContract = typeof fanContract;
