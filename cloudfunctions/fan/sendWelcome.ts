import { setting } from '../_runtime/setting';
import { callAccount, credentialsOf } from './accountApi';
import type { OfficialAccountRecord } from './officialAccounts';

/** What a welcome says: the coupon's name, and either that it is in the wallet, or the token it is taken with. */
export interface WelcomeMessage {
  /** For the official account. */
  openId: string;
  couponName: string;
  token: string | 'alreadyGiven';
}

/** Whoever waits for WeChat's push to be answered gives this up sooner. */
const shortPatience = 1_000;
/** 45015: not a follower any more, or too long ago; 45047: all that may be sent was; 40003: no openid of this account. */
const never: readonly number[] = [45015, 45047, 40003];

/**
 * Sends a welcome as a customer-service message with a link into the mini program, which WeChat allows for a minute after
 * somebody began to follow. Answers whether it was sent, may be tried again, or never will be.
 * Source: developers.weixin.qq.com, 客服消息, 发送文本消息 (data-miniprogram-path).
 */
export async function sendWelcome(
  account: OfficialAccountRecord,
  { openId, couponName, token }: WelcomeMessage,
  now: number,
): Promise<'sent' | 'later' | 'never'> {
  const name = couponName.replace(/[<>&"]/g, '');
  const content =
    token === 'alreadyGiven'
      ? `欢迎！新会员礼券「${name}」已放进您的券包。${link('packages/trade/myCoupons/index', '查看券包')}`
      : `欢迎！这是给您的新会员礼券「${name}」。${link(`packages/trade/welcome/index?token=${token}`, '收下礼券')}`;
  const body = { touser: openId, msgtype: 'text', text: { content } };
  const call = { path: 'message/custom/send', body, patience: shortPatience, told: never };
  const answer = await callAccount<{ errcode: number }>(credentialsOf(account), call, now);
  if (!answer.ok) return answer.refusal.code === 'noRight' ? 'never' : 'later';
  return answer.value.errcode === 0 ? 'sent' : 'never';
}

/** `href` is for phones that know no mini programs. */
const link = (path: string, text: string): string =>
  `<a href="https://mp.weixin.qq.com" data-miniprogram-appid="${setting('WECHAT_APPID')}" data-miniprogram-path="${path}">${text}</a>`;
