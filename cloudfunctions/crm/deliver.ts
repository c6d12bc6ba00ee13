import type { SendFailure } from '../../shared/crm/operations/campaigns';
import { callWeChat, WeChatRefused } from '../_runtime/callWeChat';
import { setting } from '../_runtime/setting';
import { giveCoupon, isOver, readShopTemplate } from '../coupon/public';
import { callAccount, credentialsOf, keyedId, readAccount, readFan } from '../fan/public';
import { readShop } from '../shop/public';
import type { CampaignRecord } from './campaigns';
import type { CustomerRecord } from './customers';

/**
 * What became of a message. `later`: WeChat certainly did not take it and may take it another time; `tomorrow`: no more of
 * them today. `failed` is for good; `unsure` may have arrived.
 */
export type Delivery = { is: 'sent' | 'later' | 'tomorrow' } | { is: 'failed'; because: SendFailure };

export type Deliver = (customer: CustomerRecord, now: number, newId: () => string) => Promise<Delivery>;

const failed = (because: SendFailure): Delivery => ({ is: 'failed', because });

/** How the messages of a campaign are delivered; what is the same for all of them is read once. */
export async function openDelivery(campaign: CampaignRecord): Promise<Deliver> {
  const { message } = campaign;
  switch (message.kind) {
    case 'subscribe':
      return openSubscribe(campaign, message);
    case 'account':
      return openAccount(campaign, message.text);
    case 'coupon':
      return openCoupon(campaign, message.templateId);
    default:
      return message satisfies never;
  }
}

/** Where a message leads: the shop, and what that brings is credited to the campaign. */
const pageOf = ({ _id, shopId }: CampaignRecord): string =>
  `packages/nearby/shop/index?shopId=${encodeURIComponent(shopId)}&c=${encodeURIComponent(_id)}`;

/** 43101: allows none; 40003: no openid of the mini program; 47003: a field that WeChat does not take; 45009: the day's. */
const subscribeRefusals: Record<number, Delivery> = {
  43101: failed('refused'),
  40003: failed('notReachable'),
  47003: failed('invalid'),
  45009: { is: 'tomorrow' },
  [-1]: { is: 'later' },
};

async function openSubscribe(
  campaign: CampaignRecord,
  { title, tip }: { title: string; tip: string },
): Promise<Deliver> {
  const name = (await readShop(campaign.shopId))?.name ?? '';
  const data = { thing1: { value: name.slice(0, 20) }, thing2: { value: title }, thing3: { value: tip } };
  const template_id = setting('WECHAT_NEWS_TEMPLATE');
  return async ({ person }, now) => {
    const body = { touser: person.openId, template_id, page: pageOf(campaign), data };
    try {
      await callWeChat('cgi-bin/message/subscribe/send', body, now);
      return { is: 'sent' };
    } catch (error) {
      const known = error instanceof WeChatRefused ? subscribeRefusals[error.errcode] : failed('unsure');
      if (known) return known;
      throw error;
    }
  };
}

/** 45015: did nothing lately, or does not follow; 45047: all that may be sent was; 40003: no openid of the account. */
const notReachable: readonly number[] = [45015, 45047, 40003];

/** A customer-service message, which WeChat takes for somebody who wrote, followed or scanned lately. */
async function openAccount(campaign: CampaignRecord, text: string): Promise<Deliver> {
  const account = await readAccount(campaign.shopId);
  if (account?.status !== 'bound') return async () => failed('noAccount');
  const credentials = credentialsOf(account);
  const link = `<a href="https://mp.weixin.qq.com" data-miniprogram-appid="${setting('WECHAT_APPID')}" data-miniprogram-path="${pageOf(campaign)}">去看看</a>`;
  const content = `${text.replace(/[<>&"]/g, '')} ${link}`;
  return async ({ person: { fanId = '' } }, now) => {
    const openId = (await readFan(fanId))?.person?.openId;
    if (openId === undefined) return failed('notReachable');
    const body = { touser: openId, msgtype: 'text', text: { content } };
    const call = { path: 'message/custom/send', body, told: notReachable };
    const answer = await callAccount<{ errcode: number }>(credentials, call, now);
    if (answer.ok) return answer.value.errcode === 0 ? { is: 'sent' } : failed('notReachable');
    if (answer.refusal.code === 'quota') return { is: 'tomorrow' };
    // Credentials that are refused, or a right that is missing: nothing was sent. Away: it may have been.
    return failed(answer.refusal.code === 'away' ? 'unsure' : 'noAccount');
  };
}

async function openCoupon({ _id, shopId }: CampaignRecord, templateId: string): Promise<Deliver> {
  return async ({ person: { openId = '' } }, now, newId) => {
    const template = await readShopTemplate(templateId, shopId);
    if (!template || isOver(template, now)) return failed('noneLeft');
    const couponId = keyedId('campaign', _id, openId).slice(0, 32);
    const given = await giveCoupon(template, {
      ...{ couponId, openId, how: 'granted', by: 'campaign', givingId: _id, key: newId(), at: now },
    });
    return given.outcome === 'noneLeft' ? failed('noneLeft') : { is: 'sent' };
  };
}
