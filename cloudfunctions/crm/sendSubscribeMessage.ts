import type { SendFailure } from '../../shared/crm/operations/campaigns';
import { callWeChat, WeChatRefused } from '../_runtime/callWeChat';

/**
 * What became of a message. `later`: WeChat certainly did not take it and may take it another time; `tomorrow`: no more of
 * them today. `failed` is for good; `unsure` may have arrived.
 */
export type Delivery = { is: 'sent' | 'later' | 'tomorrow' } | { is: 'failed'; because: SendFailure };

export const failed = (because: SendFailure): Delivery => ({ is: 'failed', because });

/** A subscribe message: `things` are the values of `thing1`, `thing2`, …, each cut to the 20 characters WeChat takes. */
export interface SubscribeMessage {
  openId: string;
  templateId: string;
  /** Where a tap leads, with its query. */
  page: string;
  things: readonly string[];
}

/** 43101: allows none; 40003: no openid of the mini program; 47003: a field that WeChat does not take; 45009: the day's. */
const refusals: Record<number, Delivery> = {
  43101: failed('refused'),
  40003: failed('notReachable'),
  47003: failed('invalid'),
  45009: { is: 'tomorrow' },
  [-1]: { is: 'later' },
};

/** Sends one message by WeChat. Throws what WeChat refuses for no fault of the receiver or the words. */
export async function sendSubscribeMessage(
  { openId, templateId, page, things }: SubscribeMessage,
  now: number,
): Promise<Delivery> {
  const data = Object.fromEntries(things.map((value, index) => [`thing${index + 1}`, { value: value.slice(0, 20) }]));
  try {
    await callWeChat('cgi-bin/message/subscribe/send', { touser: openId, template_id: templateId, page, data }, now);
    return { is: 'sent' };
  } catch (error) {
    const known = error instanceof WeChatRefused ? refusals[error.errcode] : failed('unsure');
    if (known) return known;
    throw error;
  }
}
