import type { CampaignStatus } from '../../shared/crm/campaignStatus';
import type { CampaignMessage } from '../../shared/crm/contract';
import type { SendFailure } from '../../shared/crm/operations/campaigns';
import type { SegmentConditions } from '../../shared/crm/segment';
import type { SendWindow } from '../../shared/crm/sendWindow';
import type { LeftOut } from '../../shared/crm/whyLeftOut';
import { _, db, insert, readOne } from '../_runtime/database';
import { beyond, type Place } from '../_runtime/paging';

/** What came of those whom a campaign has looked at. */
export interface CampaignTally {
  looked: number;
  sent: number;
  failed: Partial<Record<SendFailure, number>>;
  leftOut: Partial<Record<LeftOut, number>>;
}

/** Something that a shop writes to the customers of a segment. Moments are ms. */
export interface CampaignRecord {
  /** The client's id; visits and orders that it brings name it as their channel. */
  _id: string;
  shopId: string;
  name: string;
  conditions: SegmentConditions;
  message: CampaignMessage;
  startAt: number;
  window: SendWindow;
  gapDays: number;
  status: CampaignStatus;
  savedAt: number;
  tally: CampaignTally;
  /** The last customer, by id, of whom it is known what became. */
  after: string;
  /** While it is sending: when somebody looks after it next. Whoever does, moves it ahead of themselves. */
  dueAt?: number;
  /** Who looks after it. */
  leaseKey?: string;
  doneAt?: number;
  /** When a message of it failed last. */
  failedAt?: number;
}

const collection = 'campaigns';

export const noTally: CampaignTally = { looked: 0, sent: 0, failed: {}, leftOut: {} };

export const readCampaign = (campaignId: string): Promise<CampaignRecord | undefined> =>
  readOne<CampaignRecord>(collection, campaignId);

/** Reads a campaign if it is this shop's; another shop's is not there. */
export async function readShopCampaign(campaignId: string, shopId: string): Promise<CampaignRecord | undefined> {
  const campaign = await readCampaign(campaignId);
  return campaign?.shopId === shopId ? campaign : undefined;
}

export const insertCampaign = (campaign: CampaignRecord): Promise<'inserted' | 'exists'> =>
  insert(collection, campaign);

type Plan = Pick<CampaignRecord, 'name' | 'conditions' | 'message' | 'startAt' | 'window' | 'gapDays' | 'savedAt'>;

/** Writes another plan over a draft, and answers the campaign as it is then; one that has begun is as it was. */
export async function replanCampaign(
  campaignId: string,
  { conditions, message, window, ...plain }: Plan,
): Promise<CampaignRecord | undefined> {
  await db
    .collection(collection)
    .where({ _id: campaignId, status: 'draft' })
    .update({ ...plain, conditions: _.set(conditions), message: _.set(message), window: _.set(window) });
  return readCampaign(campaignId);
}

/** Moves a campaign from one status to another; false when it is not in the first. */
export async function moveCampaign(
  campaignId: string,
  from: CampaignStatus,
  fields: { status: CampaignStatus; dueAt?: number },
): Promise<boolean> {
  const { updated } = await db
    .collection(collection)
    .where({ _id: campaignId, status: from })
    .update({ ...fields, dueAt: fields.dueAt ?? _.remove(), leaseKey: _.remove() });
  return updated === 1;
}

/** Campaigns that are to go on, the longest due first; at most 10. */
export async function readDueCampaigns(now: number): Promise<CampaignRecord[]> {
  const due = db.collection(collection).where({ dueAt: _.lte(now) });
  return (await due.orderBy('dueAt', 'asc').limit(10).get()).data as CampaignRecord[];
}

/** Takes a campaign in hand until `until`; false when somebody else has. */
export async function leaseCampaign({ _id, dueAt }: CampaignRecord, leaseKey: string, until: number): Promise<boolean> {
  const { updated } = await db
    .collection(collection)
    .where({ _id, status: 'sending', dueAt })
    .update({ dueAt: until, leaseKey });
  return updated === 1;
}

/** Writes how far a campaign got, for whoever has it in hand; false when it was stopped, or somebody else has it. */
export async function advanceCampaign(
  { _id, leaseKey, after: from }: CampaignRecord,
  { tally, dueAt, ...plain }: CampaignStep,
): Promise<boolean> {
  const { updated } = await db
    .collection(collection)
    .where({ _id, leaseKey, after: from, status: 'sending' })
    .update({ ...plain, ...(tally && { tally: _.set(tally) }), dueAt: dueAt ?? _.remove() });
  return updated === 1;
}

/** How far a campaign got. */
type CampaignStep = Partial<Pick<CampaignRecord, 'tally' | 'after' | 'dueAt' | 'status' | 'doneAt' | 'failedAt'>>;

/** A shop's campaigns in which a message failed since then (ms), the latest first; at most 20. */
export async function readFailedCampaigns(shopId: string, since: number): Promise<CampaignRecord[]> {
  const failed = db.collection(collection).where({ shopId, failedAt: _.gte(since) });
  return (await failed.orderBy('failedAt', 'desc').limit(20).get()).data as CampaignRecord[];
}

/** A shop's campaigns, the latest first; at most `limit` beyond `place`. */
export async function listCampaignsOf(
  shopId: string,
  place: Place | undefined,
  limit: number,
): Promise<CampaignRecord[]> {
  const { data } = await db
    .collection(collection)
    .where(_.and([{ shopId }, beyond('savedAt', 'desc', place)]))
    .orderBy('savedAt', 'desc')
    .orderBy('_id', 'desc')
    .limit(limit)
    .get();
  return data as CampaignRecord[];
}
