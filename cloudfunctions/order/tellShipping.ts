import { accept } from '../../shared/kernel/operation';
import { WeChatRefused } from '../_runtime/callWeChat';
import { changeOrder, noted } from './changeOrder';
import type { OrderRecord, ShippingInfo } from './OrderRecord';
import { askToConfirmReceipt, uploadShippingInfo } from './wechatShipping';

/** Said already: an answer of WeChat's that was lost on the way. */
const notChanged = 10060023;
/** Already sent whole, and corrected already: asking again never helps. */
const final: readonly number[] = [10060002, 10060003, 10060004];
/** A day and a half of waits; parcels count as received only when nothing is left to do. */
const mostTries = 12;

/**
 * Tells WeChat how an order was sent, if that is owed, and, when the goods are with the shopper already, lets WeChat ask
 * them to confirm. Throws what is worth trying again; what is not is noted as refused, for the shop to see.
 */
export async function tellShipping(order: OrderRecord, now: number): Promise<OrderRecord> {
  const { shippingInfo: info } = order;
  if (info?.state !== 'toUpload') return info?.state === 'toRemind' ? remind(order, info, now) : order;
  const refused = await upload(order, info, now);
  if (refused) return note(order, info, { ...info, state: 'refused', because: refused }, now);
  const isWithShopper = order.way === 'pickup';
  const told = await note(order, info, { ...info, state: isWithShopper ? 'toRemind' : 'uploaded' }, now);
  return isWithShopper ? tellShipping(told, now) : told;
}

/** Why WeChat will not take it, ever. */
async function upload(order: OrderRecord, { at }: ShippingInfo, now: number): Promise<string | undefined> {
  if ((order.retry?.tries ?? 0) >= mostTries) return `in vain after ${mostTries} tries`;
  try {
    await uploadShippingInfo(order, at, now);
    return undefined;
  } catch (error) {
    if (error instanceof WeChatRefused && error.errcode === notChanged) return undefined;
    if (error instanceof WeChatRefused && final.includes(error.errcode)) return error.message;
    throw error;
  }
}

async function remind(order: OrderRecord, info: ShippingInfo, now: number): Promise<OrderRecord> {
  try {
    await askToConfirmReceipt(order, info.at, now);
  } catch (error) {
    // Once is all: what WeChat refuses now, it did already, or it knows better.
    if (!(error instanceof WeChatRefused)) throw error;
  }
  return note(order, info, { ...info, state: 'uploaded' }, now);
}

/** Notes how it stands, unless there is something newer to tell. */
async function note(order: OrderRecord, told: ShippingInfo, next: ShippingInfo, now: number): Promise<OrderRecord> {
  const changed = await changeOrder(order, (each) => {
    const { shippingInfo } = each;
    if (shippingInfo?.at !== told.at || shippingInfo.state !== told.state) return accept(each);
    const because = next.because ?? '';
    return accept(
      noted(
        { ...each, shippingInfo: next },
        { at: now, by: 'WeChat Pay', what: `shipping.${next.state}`, note: because },
      ),
    );
  });
  if (!changed.ok) throw new Error('news of a shipment are never refused');
  return changed.value;
}
