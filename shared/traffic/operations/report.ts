import * as v from 'valibot';
import { fen } from '../../kernel/money';
import type { Contract } from '../../kernel/operation';
import { Fen, Id } from '../../kernel/schemas';
import { channelKinds } from '../channelKinds';
import { followPlaces } from '../followPlaces';
import { sources } from '../sources';

/** A day in China's time: `2026-11-22`. */
const Day = v.pipe(v.string(), v.isoDate());

/** What came of something in some days. Amounts are fen. */
const figures = {
  /** Opens, articles read, and findings on the map and by search. */
  visits: v.number(),
  /** Persons among them, each once a day. */
  people: v.number(),
  productViews: v.number(),
  /** Pages that these persons sent to others. */
  shares: v.number(),
  /** Orders that were paid. */
  orders: v.number(),
  /** Of these, those of persons who had bought here before. */
  again: v.number(),
  paid: Fen,
  refunded: Fen,
  /** What coupons took off these orders, welcome coupons among them. One that nobody spends costs nothing. */
  couponOff: Fen,
  /** Persons who followed the shop's official account for the first time. */
  follows: v.number(),
};

const LoopRow = v.object({
  /** `direct`: nothing brought them, or too long ago. */
  source: v.picklist([...sources, 'direct']),
  articleId: v.optional(v.string()),
  /** A channel of the shop's, or whatever a link said. */
  channel: v.optional(v.string()),
  /** What the shop calls its channel, or the title of its article. */
  name: v.optional(v.string()),
  kind: v.optional(v.picklist(channelKinds)),
  ...figures,
});

/** Sources that a shop can pay for. */
const PaidSource = v.picklist(sources);

/** A day's advertisements, in fen: at most a million yuan. */
const Spend = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100_000_000), v.transform(fen));

/** What brought people to a shop, what came of it, and what it cost. */
export const reportOperations = {
  /** What each origin brought in these days, both included, at most 31; most money first. All shares are one row. */
  getLoopReport: {
    who: 'manager',
    input: v.pipe(
      v.object({ shopId: Id, from: Day, to: Day }),
      v.forward(
        v.check(({ from, to }) => from <= to && daysBetween(from, to) < 31),
        ['to'],
      ),
    ),
    output: v.object({
      rows: v.array(LoopRow),
      total: v.object(figures),
      /** Every day of the range, in order. */
      days: v.array(v.object({ day: Day, ...figures })),
      /** What was paid for advertisements in these days, as the seller noted it. */
      adSpend: v.array(v.object({ source: PaidSource, amount: Fen })),
      /** Where those who followed were shown the way to the account; `elsewhere`, outside the mini program. */
      followPlaces: v.array(v.object({ place: v.picklist([...followPlaces, 'elsewhere']), follows: v.number() })),
    }),
    refusals: {},
  },
  /** Persons who first bought in each of the last eight weeks, and how many of them bought again since. */
  getCohorts: {
    who: 'manager',
    input: v.object({ shopId: Id }),
    output: v.object({
      weeks: v.array(
        v.object({
          /** Its Monday. */
          from: Day,
          people: v.number(),
          cameBack: v.number(),
          /** What those who came back paid after their first order. */
          paidAgain: Fen,
        }),
      ),
    }),
    refusals: {},
  },
  /** Notes what an advertisement cost on a day; the same day and source again replaces it, 0 takes it away. */
  saveAdSpend: {
    who: 'manager',
    audit: ['day', 'source', 'amount'],
    input: v.object({ shopId: Id, day: Day, source: PaidSource, amount: Spend }),
    output: v.object({ amount: Fen }),
    refusals: {},
  },
} satisfies Contract;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
