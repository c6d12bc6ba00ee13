import * as v from 'valibot';
import { SaysTooMuch } from '../../fan/shapes';
import type { Contract } from '../../kernel/operation';
import { Cursor, Fen, Id, Moment, Text } from '../../kernel/schemas';
import { campaignStatuses } from '../campaignStatus';
import { Conditions, Count, CustomerCard } from '../shapes';
import { leftOutReasons } from '../whyLeftOut';

/** Leaves room for its id in the ids of what is sent. */
const CampaignId = v.pipe(Id, v.minLength(8));

/** What people get: a subscribe message, a text from the official account to its followers, or a coupon in their wallet. */
const Message = v.variant('kind', [
  v.object({ kind: v.literal('subscribe'), title: Text(20), tip: Text(20) }),
  v.object({ kind: v.literal('account'), text: Text(300) }),
  v.object({ kind: v.literal('coupon'), templateId: Id }),
]);
export type CampaignMessage = v.InferOutput<typeof Message>;

const TimeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const Window = v.pipe(
  v.object({ from: TimeOfDay, to: TimeOfDay }),
  v.forward(
    v.check(({ from, to }) => from < to),
    ['to'],
  ),
);

/** What the shop decides about a campaign. */
const Plan = {
  name: Text(20),
  conditions: Conditions,
  message: Message,
  /** The earliest moment. */
  startAt: Moment,
  /** Between which times of the day (China's) it sends. */
  window: Window,
  /** The least days between two campaigns to the same person. */
  gapDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(90)),
};

/** `unsure`: a process died, or WeChat did not answer, just when it was sent; it is not sent again. */
const failures = ['refused', 'noneLeft', 'notReachable', 'invalid', 'unsure', 'noAccount'] as const;
export type SendFailure = (typeof failures)[number];

const Tally = <Name extends string>(names: readonly [Name, ...Name[]]) =>
  v.record(v.picklist(names), v.optional(v.number()));

/** How many were tried and not sent, by why. */
export const FailedTally = Tally(failures);
export type FailedTally = v.InferOutput<typeof FailedTally>;

const Campaign = v.object({
  ...Plan,
  campaignId: CampaignId,
  status: v.picklist(campaignStatuses),
  savedAt: Moment,
  /** How many of the segment were looked at so far. */
  looked: v.number(),
  sent: v.number(),
  failed: FailedTally,
  leftOut: Tally(leftOutReasons),
  /** While it is sending: when it goes on. */
  dueAt: v.optional(Moment),
  doneAt: v.optional(Moment),
});
export type Campaign = v.InferOutput<typeof Campaign>;

const NotFound = { NOT_FOUND: v.object({ what: v.picklist(['campaign', 'template', 'account']) }) };
const OneCampaign = v.object({ shopId: Id, campaignId: CampaignId });

/** What a shop writes to many. */
export const campaignOperations = {
  /** Writes a draft under the client's id; the same id again edits it until it has begun. */
  saveCampaign: {
    who: 'manager',
    audit: ['campaignId'],
    input: v.object({ shopId: Id, campaignId: CampaignId, ...Plan }),
    output: Campaign,
    refusals: { ...NotFound, HAS_BEGUN: v.object({}), ...SaysTooMuch },
  },
  /** Whom it would reach if it were sent now, by looking at the first of its segment, and why others would be left out. */
  previewCampaign: {
    who: 'manager',
    limit: { times: 120, seconds: 3600 },
    input: v.object({ shopId: Id, conditions: Conditions, message: Message, gapDays: Plan.gapDays }),
    output: v.object({
      ...Count.entries,
      /** How many were looked at one by one; the other figures are of these. */
      looked: v.number(),
      reached: v.number(),
      leftOut: Tally(leftOutReasons),
      /** The first ten of them. */
      people: v.array(v.object({ ...CustomerCard.entries, whyNot: v.optional(v.picklist(leftOutReasons)) })),
    }),
    refusals: {},
  },
  /** Begins to send, or goes on with what was stopped. */
  startCampaign: {
    who: 'manager',
    limit: { times: 30, seconds: 86400 },
    audit: ['campaignId'],
    input: OneCampaign,
    output: Campaign,
    refusals: { ...NotFound, IS_OVER: v.object({}) },
  },
  /** Stops sending within some seconds. What was sent stays sent. */
  stopCampaign: {
    who: 'manager',
    audit: ['campaignId'],
    input: OneCampaign,
    output: Campaign,
    refusals: { ...NotFound, IS_OVER: v.object({}) },
  },
  /** A shop's campaigns, the latest first, 20 a page. */
  listCampaigns: {
    who: 'staff',
    input: v.object({ shopId: Id, after: v.optional(Cursor) }),
    output: v.object({ campaigns: v.array(Campaign), next: v.optional(Cursor) }),
    refusals: {},
  },
  /** A campaign with what came of it: who opened what it led to, and what was ordered after that within seven days. */
  getCampaign: {
    who: 'staff',
    input: OneCampaign,
    output: v.object({ ...Campaign.entries, opened: v.number(), orders: v.number(), paid: Fen }),
    refusals: NotFound,
  },
} satisfies Contract;
