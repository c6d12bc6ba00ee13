import type { Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import type { Driver } from './Driver';

const [ann] = shoppers;
const shopId = 'jinmei';

/**
 * A shopper allows one message. A manager finds her, tags her, writes to a group of people within what they allowed, and
 * sees what came of it; she then looks after what is known of her.
 */
export async function crmJourney(person: Driver, storefront: Storefront): Promise<void> {
  await person.actAs(ann);
  await person.open(`packages/trade/coupons/index?shopId=${shopId}`);
  await person.confirmOn('allow-message');
  await person.see('好的，有消息会发您一条');
  await storefront.tick('people');

  await person.actAs(sellers.owner);
  await person.open(`packages/crm/customers/index?shopId=${shopId}`);
  await person.see('筛选');
  await person.screenshot('customers');
  await person.type('search-words', ann.name);
  await person.tap('search-go');
  await person.see(ann.name);
  await person.tap('customer-filter');
  await person.tap('filter-amount-100');
  await person.screenshot('customers-filter');
  await person.tap('filter-done');
  await person.see('筛选 · 1');

  const clerk = await storefront.as(sellers.clerk);
  const { customers } = await clerk.ask('crm.findCustomers', { shopId, words: ann.name });
  await person.open(`packages/crm/customer/index?shopId=${shopId}&customerId=${customers[0]?.customerId}`);
  await person.type('customer-tag', '茶友');
  await person.tap('add-tag');
  await person.see('茶友 ×');
  await person.type('customer-note', '爱喝老陈醋');
  await person.tap('add-note');
  await person.screenshot('customer');

  await person.open(`packages/crm/campaigns/index?shopId=${shopId}`);
  await person.tap('new-campaign');
  await person.type('campaign-name', '秋天上新');
  await person.type('campaign-title', '八年陈醋到店');
  await person.type('campaign-tip', '这周到店还有新的小米');
  await person.see('人会收到');
  await person.screenshot('campaign-form');
  await person.confirmOn('campaign-send');
  await person.see('停止发送');
  const now = await storefront.now();
  const { dueAt = now } = (await clerk.ask('crm.listCampaigns', { shopId })).campaigns[0] ?? {};
  await storefront.advance(Math.max(0, dueAt - now));
  await storefront.tick('people');
  await storefront.advance(13 * 3_600_000);
  await storefront.tick('people');
  const [campaign] = (await clerk.ask('crm.listCampaigns', { shopId })).campaigns;
  expect(campaign?.sent).toBe(1);
  await person.open(`packages/crm/campaign/index?shopId=${shopId}&campaignId=${campaign?.campaignId}`);
  await person.see('已发完');
  await person.screenshot('campaign');

  await person.actAs(ann);
  await person.open('packages/crm/privacy/index');
  await person.see('注销账号');
  await person.screenshot('privacy');
}
