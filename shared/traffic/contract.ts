import * as v from 'valibot';
import type { Contract } from '../kernel/operation';
import { Fen, Id } from '../kernel/schemas';
import { sources } from './sources';
import { creditedFor } from './touch';
import { visitKinds } from './visitKinds';

/** A short code, as a mini-program code carries it. */
const Code = v.pipe(v.string(), v.regex(/^[\w-]{1,32}$/));

const Visit = v.object({
  visitId: v.pipe(Id, v.minLength(8)),
  shopId: Id,
  kind: v.picklist(visitKinds),
  /** WeChat's scene value of an `open`. */
  scene: v.optional(v.pipe(v.number(), v.safeInteger())),
  articleId: v.optional(Id),
  channel: v.optional(Code),
  shareId: v.optional(Id),
  productId: v.optional(Id),
  /** How long ago it was, in ms: a phone's clock is not believed, and bad signal may keep a visit for days. */
  age: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(creditedFor)),
});

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
};

const LoopRow = v.object({
  /** `direct`: nothing brought them, or too long ago. */
  source: v.picklist([...sources, 'direct']),
  articleId: v.optional(v.string()),
  channel: v.optional(v.string()),
  shareId: v.optional(v.string()),
  ...figures,
});

/** How people come to a shop, and what comes of it. */
export const trafficContract = {
  /** Notes what a person did, once for each `visitId`; at most 20 at a time. */
  recordVisits: {
    who: 'anyone',
    input: v.object({ visits: v.pipe(v.array(Visit), v.minLength(1), v.maxLength(20)) }),
    output: v.object({ recorded: v.number() }),
    refusals: {},
  },
  /** What each origin brought to a shop in these days of China's time, both included, at most 31; most money first. */
  getLoopReport: {
    who: 'staff',
    input: v.pipe(
      v.object({ shopId: Id, from: Day, to: Day }),
      v.forward(
        v.check(({ from, to }) => from <= to && daysBetween(from, to) < 31),
        ['to'],
      ),
    ),
    output: v.object({ rows: v.array(LoopRow), total: v.object(figures) }),
    refusals: {},
  },
} satisfies Contract;
export type TrafficContract = typeof trafficContract;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
