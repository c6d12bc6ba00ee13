import { composeCustomer } from '../../cloudfunctions/crm/composeCustomer';
import { type CustomerRecord, customerIdOf } from '../../cloudfunctions/crm/customers';
import { type QuotaRecord, quotaIdOf } from '../../cloudfunctions/crm/quotas';
import { type CloudBase, connect } from './connect';
import { demoSettings } from './demoSettings';

export const crowdTemplate = demoSettings.WECHAT_NEWS_TEMPLATE;
/** The openid of one of the crowd. */
export const crowdOpenId = (number: number): string => `crowd-${String(number).padStart(7, '0')}`;

/** A shopper of a crowd, who never bought. */
function crowdCustomer(shopId: string, number: number, at: number): CustomerRecord {
  Object.assign(process.env, demoSettings);
  const openId = crowdOpenId(number);
  const found = { person: { openId }, bought: undefined, source: undefined };
  return composeCustomer({ _id: customerIdOf(shopId, { openId }), shopId }, undefined, found, undefined, at);
}

const atOnce = 500;

/**
 * Makes so many customers of a shop. Each has allowed one message at WeChat, of which we know, unless `allowed` says
 * otherwise of somebody.
 */
export async function plantCrowd(
  url: string,
  shopId: string,
  count: number,
  allowed: (number: number) => { here: number; atWeChat: number } = () => ({ here: 1, atWeChat: 1 }),
): Promise<void> {
  const cloudbase = await connect(url);
  for (let from = 0; from < count; from += atOnce) {
    const numbers = Array.from({ length: Math.min(atOnce, count - from) }, (_none, index) => from + index);
    await addAll(
      cloudbase,
      'customers',
      numbers.map((number) => crowdCustomer(shopId, number, from + 1)),
    );
    await addAll(
      cloudbase,
      'messageQuotas',
      numbers.map((number) => quotaOf(number, allowed(number).here)),
    );
    await Promise.all(
      numbers.map(async (number) => {
        for (let times = allowed(number).atWeChat; times > 0; times -= 1) await allow(url, crowdOpenId(number));
      }),
    );
  }
}

const quotaOf = (number: number, left: number): QuotaRecord => {
  const openId = crowdOpenId(number);
  return { _id: quotaIdOf(openId, crowdTemplate), left, openId, templateId: crowdTemplate, allowIds: [] };
};

const addAll = (cloudbase: CloudBase, name: string, records: readonly object[]) =>
  cloudbase
    .database()
    .collection(name)
    .add([...records]);

/** Somebody allows one more message of a template in WeChat. */
export async function allow(url: string, openId: string, templateId = crowdTemplate): Promise<void> {
  const body = JSON.stringify({ openId, tmplIds: [templateId], outcome: 'accept' });
  const response = await fetch(`${url}/_emulator/wechat/requestSubscribeMessage`, { method: 'POST', body });
  if (!response.ok) throw new Error(await response.text());
}
