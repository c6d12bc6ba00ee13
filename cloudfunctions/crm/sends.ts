import type { SendFailure } from '../../shared/crm/operations/campaigns';
import { _, db, insert, readMany } from '../_runtime/database';

/**
 * One campaign and one person: the id is made of both, so nobody is written to twice. `claimed`: about to be sent, and
 * certainly not sent yet; `sending`: nobody knows whether WeChat has it until the answer is in.
 */
export interface SendRecord {
  /** `campaignId~customerId` */
  _id: string;
  campaignId: string;
  shopId: string;
  /** For the mini program, where it is known. */
  openId?: string;
  state: 'claimed' | 'sending' | 'sent' | 'failed';
  because?: SendFailure;
  at: number;
}

const collection = 'sends';

export const sendIdOf = (campaignId: string, customerId: string): string => `${campaignId}~${customerId}`;

/** What became of these persons (at most 100) in a campaign, by customer; who was not begun with is missing. */
export async function readSends(
  campaignId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, SendRecord>> {
  const sends = await readMany<SendRecord>(
    collection,
    customerIds.map((customerId) => sendIdOf(campaignId, customerId)),
  );
  return new Map(sends.map((send) => [send._id.slice(campaignId.length + 1), send]));
}

/** Begins with somebody; `exists` when that was done before. */
export const claimSend = (send: SendRecord): Promise<'inserted' | 'exists'> => insert(collection, send);

/** Moves a send from one state to another; false when it is not in the first. */
export async function moveSend(
  sendId: string,
  from: SendRecord['state'],
  to: SendRecord['state'],
  because?: SendFailure,
): Promise<boolean> {
  const { updated } = await db
    .collection(collection)
    .where({ _id: sendId, state: from })
    .update({ state: to, because: because ?? _.remove() });
  return updated === 1;
}
