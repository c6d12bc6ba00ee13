import type { MessageCredit } from './OfficialAccount';

/** What lets an account write to somebody of its own accord. */
export type Occasion = 'message' | 'follow' | 'scan';

const minute = 60_000;

/** Source: mp.weixin.qq.com, 客服消息接口规则调整 of June 2023. */
const allowances: Record<Occasion, { messages: number; ms: number }> = {
  message: { messages: 5, ms: 48 * 60 * minute },
  follow: { messages: 3, ms: minute },
  scan: { messages: 3, ms: minute },
};

/**
 * What may be sent after an occasion: allowances are not added up, each of number and time becomes the greater of what
 * there is and what the occasion gives (as WeChat documents it for mini programs; for accounts it is our guess).
 */
export function creditAfter(credit: MessageCredit, occasion: Occasion, now: number): MessageCredit {
  const { messages, ms } = allowances[occasion];
  const left = credit.until > now ? credit.left : 0;
  return { left: Math.max(left, messages), until: Math.max(credit.until, now + ms) };
}
