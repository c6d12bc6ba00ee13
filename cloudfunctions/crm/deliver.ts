import { setting } from '../_runtime/setting';
import { giveCoupon, isOver, readShopTemplate } from '../coupon/public';
import { callAccount, credentialsOf, keyedId, readAccount, readFan } from '../fan/public';
import { readShop } from '../shop/public';
import type { CampaignRecord } from './campaigns';
import type { CustomerRecord } from './customers';
import { type Delivery, failed, sendSubscribeMessage } from './sendSubscribeMessage';

export type Deliver = (customer: CustomerRecord, now: number, newId: () => string) => Promise<Delivery>;

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

async function openSubscribe(
  campaign: CampaignRecord,
  { title, tip }: { title: string; tip: string },
): Promise<Deliver> {
  const name = (await readShop(campaign.shopId))?.name ?? '';
  const templateId = setting('WECHAT_NEWS_TEMPLATE');
  const message = { templateId, page: pageOf(campaign), things: [name, title, tip] };
  return ({ person: { openId = '' } }, now) => sendSubscribeMessage({ ...message, openId }, now);
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
