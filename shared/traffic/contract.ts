import * as v from 'valibot';
import type { Contract } from '../kernel/operation';
import { Id } from '../kernel/schemas';
import { channelOperations } from './operations/channels';
import { reportOperations } from './operations/report';
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

/** How people come to a shop, and what comes of it. */
export const trafficContract = {
  ...channelOperations,
  ...reportOperations,
  /** Notes what a person did, once for each `visitId`; at most 20 at a time. */
  recordVisits: {
    who: 'anyone',
    input: v.object({ visits: v.pipe(v.array(Visit), v.minLength(1), v.maxLength(20)) }),
    output: v.object({ recorded: v.number() }),
    refusals: {},
  },
} satisfies Contract;
export type TrafficContract = typeof trafficContract;
