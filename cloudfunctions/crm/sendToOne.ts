import type { SendFailure } from '../../shared/crm/operations/campaigns';
import type { LeftOut } from '../../shared/crm/whyLeftOut';
import { _ } from '../_runtime/database';
import { setting } from '../_runtime/setting';
import type { CampaignRecord } from './campaigns';
import { type CustomerRecord, customers, readCustomer } from './customers';
import type { Deliver } from './deliver';
import { accountQuota, emptyQuota, giveBackQuota, quotaIdOf, takeQuota } from './quotas';
import type { Delivery } from './sendSubscribeMessage';
import { claimSend, moveSend, type SendRecord, sendIdOf } from './sends';

/** What is known of one person after a try. `later` and `tomorrow`: nothing, and the campaign has to wait. */
export type Outcome =
  | { is: 'sent' | 'later' | 'tomorrow' }
  /** `away`: WeChat did not answer just now. */
  | { is: 'failed'; because: SendFailure; away?: true }
  | { is: 'leftOut'; because: LeftOut };

export interface Sending {
  campaign: CampaignRecord;
  deliver: Deliver;
  now: number;
  newId(): string;
}

const day = 86_400_000;

/**
 * Sends one person what a campaign sends, at most once, whatever dies when. Each step is one conditional update, and what it
 * was decided on is asked again: who was written to meanwhile, wants no more, or has no quota left gets nothing.
 */
export async function sendToOne(
  sending: Sending,
  customer: CustomerRecord,
  before: SendRecord | undefined,
): Promise<Outcome> {
  const { campaign, now } = sending;
  if (before?.state === 'sent') return { is: 'sent' };
  if (before?.state === 'failed') return { is: 'failed', because: before.because ?? 'unsure' };
  const sendId = sendIdOf(campaign._id, customer._id);
  if (before?.state === 'sending' && campaign.message.kind !== 'coupon') return fail(sendId, 'unsure');

  if (!before) {
    const { openId } = customer.person;
    const ids = { _id: sendId, campaignId: campaign._id, shopId: campaign.shopId, ...(openId && { openId }) };
    await claimSend({ ...ids, state: 'claimed', at: now });
  }
  const because = await claimCustomer(campaign, customer._id, now);
  if (because) return { is: 'leftOut', because };
  const quotaId = await quotaOf(campaign, customer, now);
  if (quotaId !== undefined && !(await takeQuota(quotaId))) {
    return campaign.message.kind === 'account' ? { is: 'tomorrow' } : { is: 'leftOut', because: 'noneAllowed' };
  }
  if (before?.state !== 'sending') await moveSend(sendId, 'claimed', 'sending');
  return settle(sendId, quotaId, await sending.deliver(customer, now, sending.newId));
}

/**
 * Notes on the customer that they are written to now. Answers why not, where they want nothing, were written to lately by
 * another campaign, or are no customer any more.
 */
async function claimCustomer(
  { _id: campaignId, gapDays }: CampaignRecord,
  customerId: string,
  now: number,
): Promise<LeftOut | undefined> {
  const lately = _.or([
    { messagedAt: _.exists(false) },
    { messagedAt: _.lte(now - gapDays * day) },
    { messagedFor: campaignId },
  ]);
  const { updated } = await customers()
    .where(_.and([{ _id: customerId, muted: _.neq(true) }, lately]))
    .update({ messagedAt: now, messagedFor: campaignId });
  if (updated === 1) return undefined;
  const customer = await readCustomer(customerId);
  if (!customer || customer.muted) return 'muted';
  // The same again changes nothing, and is told as if it had not been.
  return customer.messagedFor === campaignId && customer.messagedAt === now ? undefined : 'tooSoon';
}

async function quotaOf(
  { message, shopId }: CampaignRecord,
  { person }: CustomerRecord,
  now: number,
): Promise<string | undefined> {
  if (message.kind === 'coupon') return undefined;
  return message.kind === 'account'
    ? accountQuota(shopId, now)
    : quotaIdOf(person.openId ?? '', setting('WECHAT_NEWS_TEMPLATE'));
}

async function settle(sendId: string, quotaId: string | undefined, delivery: Delivery): Promise<Outcome> {
  if (delivery.is === 'sent') {
    await moveSend(sendId, 'sending', 'sent');
    return delivery;
  }
  if (delivery.is === 'failed') {
    if (delivery.because === 'refused' && quotaId !== undefined) await emptyQuota(quotaId);
    const outcome = await fail(sendId, delivery.because);
    return delivery.because === 'unsure' ? { ...outcome, away: true } : outcome;
  }
  // WeChat has certainly not taken it: as if it had not been tried.
  if (quotaId !== undefined) await giveBackQuota(quotaId);
  await moveSend(sendId, 'sending', 'claimed');
  return delivery;
}

async function fail(sendId: string, because: SendFailure): Promise<Outcome & { is: 'failed' }> {
  await moveSend(sendId, 'sending', 'failed', because);
  return { is: 'failed', because };
}
