import type { FailedTally, SendFailure } from '../../shared/crm/operations/campaigns';
import { _, db, insert, readOne } from '../_runtime/database';
import { keyedId } from './fanKeys';

/**
 * The welcome of one fan: one record for life, so that there is one coupon, however often they leave and come back.
 * Times in ms. It holds nothing of the person, nor anything by which the coupon's holder could be found from the fan.
 */
export interface WelcomeRecord {
  /** Made from the fan's id and our key, so nobody can guess it: it is the token in the message as well. */
  _id: string;
  fanId: string;
  shopId: string;
  /** The template that was promised. */
  templateId: string;
  /** Who takes the coupon: a keyed hash of the shopper, see `claimerOf`. */
  claimedBy?: string;
  /** The coupon is given. */
  given?: true;
  /** When a message to the fan that is still to be sent is tried again; absent when there is none. */
  due?: number;
  /** After this WeChat takes none any more. */
  giveUpAt: number;
  /** The message that could not be sent: when that was clear, and why. */
  failedAt?: number;
  failedBecause?: SendFailure;
}

const collection = 'welcomes';

/** The welcome of a fan. */
export const welcomeIdOf = (fanId: string): string => keyedId('welcome', fanId);

/** A shopper as one welcome knows them. */
export const claimerOf = (welcomeId: string, openId: string): string => keyedId('claimer', welcomeId, openId);

export const readWelcome = (welcomeId: string): Promise<WelcomeRecord | undefined> =>
  readOne<WelcomeRecord>(collection, welcomeId);

/** Begins a fan's welcome, or that of one who came back and has no coupon yet. `undefined` when it was given, for life. */
export async function beginWelcome(welcome: WelcomeRecord): Promise<WelcomeRecord | undefined> {
  if ((await insert(collection, welcome)) === 'inserted') return welcome;
  const { _id, templateId, due, giveUpAt } = welcome;
  await db
    .collection(collection)
    .where({ _id, given: _.exists(false) })
    .update({ templateId, due, giveUpAt, failedAt: _.remove(), failedBecause: _.remove() });
  const known = await readWelcome(_id);
  return known?.given ? undefined : known;
}

/** Reserves a welcome's coupon for the first who asks. Answers whether it is theirs. */
export async function takeWelcome(welcomeId: string, openId: string): Promise<boolean> {
  const claimedBy = claimerOf(welcomeId, openId);
  await db
    .collection(collection)
    .where({ _id: welcomeId, claimedBy: _.exists(false) })
    .update({ claimedBy });
  return (await readWelcome(welcomeId))?.claimedBy === claimedBy;
}

/** Notes that a welcome's coupon is given. */
export const noteGiven = (welcomeId: string) =>
  db.collection(collection).where({ _id: welcomeId }).update({ given: true });

/** Sets when a message is tried again; never, when that is not said. */
export const noteDue = (welcomeId: string, due?: number) =>
  db
    .collection(collection)
    .where({ _id: welcomeId })
    .update({ due: due === undefined ? _.remove() : due });

/** Notes that a message is not tried any more, and why. */
export const noteFailed = (welcomeId: string, failedBecause: SendFailure, failedAt: number) =>
  db.collection(collection).where({ _id: welcomeId }).update({ due: _.remove(), failedAt, failedBecause });

/** How many of a shop's welcomes could not be sent since then (ms), by why. */
export async function countFailedWelcomes(shopId: string, since: number): Promise<FailedTally> {
  const { data } = await db
    .collection(collection)
    .aggregate()
    .match({ shopId, failedAt: _.gte(since) })
    .group({ _id: '$failedBecause', count: _.aggregate.sum(1) })
    .end();
  return Object.fromEntries((data as { _id: SendFailure; count: number }[]).map(({ _id, count }) => [_id, count]));
}

/** Welcomes whose message is due; at most 50. */
export async function readDueWelcomes(now: number): Promise<WelcomeRecord[]> {
  const due = db.collection(collection).where({ due: _.lte(now) });
  return (await due.orderBy('due', 'asc').limit(50).get()).data as WelcomeRecord[];
}
