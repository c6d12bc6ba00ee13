import * as v from 'valibot';
import { WeChatError } from '../WeChatError';
import { checkKeywords } from './checkKeywords';
import type { MessageRecords } from './MessageRecords';

const Text = v.optional(v.string(), '');
const Message = v.object({
  touser: Text,
  template_id: Text,
  page: Text,
  // Functions send numbers, too, which WeChat takes as their text.
  data: v.record(v.string(), v.object({ value: v.pipe(v.union([v.string(), v.number()]), v.transform(String)) })),
  miniprogram_state: v.optional(v.picklist(['developer', 'trial', 'formal']), 'formal'),
  lang: v.optional(v.picklist(['zh_CN', 'en_US', 'zh_HK', 'zh_TW']), 'zh_CN'),
});

/** What WeChat answers when a message was sent. */
export interface Sent {
  errcode: 0;
  errmsg: 'ok';
  msgid: number;
}

/**
 * Sends a subscribe message at the moment `now` (ms). Throws WeChatError 47001 for a body that is none, 40003 and 40037
 * for no receiver or template, 47003 for a field that WeChat refuses, 43101 when the receiver allowed none, or all that
 * were allowed are used up. Source: developers.weixin.qq.com, subscribeMessage.send.
 */
export function sendSubscribeMessage(records: MessageRecords, body: unknown, now: number): Sent {
  const parsed = v.safeParse(Message, body);
  if (!parsed.success) throw new WeChatError(47001, `data format error: ${v.getDotPath(parsed.issues[0]) ?? 'body'}`);
  const { touser: openId, template_id: templateId, page, data: keywords } = parsed.output;
  if (openId === '') throw new WeChatError(40003, 'invalid openid');
  if (templateId === '') throw new WeChatError(40037, 'invalid template_id');
  checkKeywords(keywords);
  const msgid = records.send({ openId, templateId, page, keywords, sentAt: now });
  if (msgid === undefined) throw new WeChatError(43101, 'user refuse to accept the msg');
  return { errcode: 0, errmsg: 'ok', msgid };
}
