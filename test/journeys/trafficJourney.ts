import { orderOf } from '../support/orderOf';
import type { Caller, Storefront } from '../support/Storefront';
import { until } from '../support/until';
import { sellers, shoppers } from '../support/world/people';
import type { Driver } from './Driver';

// In nobody else's journey: who came from where would change what this one sees.
const eve = shoppers[11] ?? shoppers[3];
const shopId = 'jinmei';
const product = 'packages/trade/product/index?productId=taigu-cake';

/**
 * The owner makes a code for the counter; a shopper comes by it, buys, and makes a poster; the owner sees in the report
 * what the code brought, and notes what an advertisement cost.
 */
export async function trafficJourney(driver: Driver, storefront: Storefront): Promise<void> {
  const owner = await storefront.as(sellers.owner);
  await driver.actAs(sellers.owner);
  await driver.open('pages/seller/index');
  await driver.tap('tab-more');
  await driver.tap('shop-channels');
  await driver.see('微博置顶');
  await driver.screenshot('channels');
  await driver.tap('new-channel');
  await driver.tap('channel-save');
  await driver.see('起个名字');
  await driver.type('channel-name', '柳巷收银台');
  await driver.tap('channel-target-article-vinegar-yard');
  await driver.type('channel-words', '太谷饼');
  await driver.tap('channel-target-taigu-cake');
  await driver.screenshot('channel-form');
  await driver.tap('channel-save');
  await driver.see('柳巷收银台');
  const channelId = await theChannel(owner);
  await driver.tap(`code-${channelId}`);
  await driver.see('永久有效');
  await driver.screenshot('channel-code');
  await driver.open(`packages/seller/channels/index?shopId=${shopId}`);
  await driver.tap(`link-${channelId}`);
  await driver.see('链接已复制');
  await driver.tap(`away-${channelId}`);
  await driver.see('已收起');

  await comeAndBuy(driver, storefront, channelId);
  await readReport(driver);
}

async function theChannel(owner: Caller): Promise<string> {
  const { channels } = await owner.ask('traffic.listChannels', { shopId, archived: false });
  return channels[0]?.channelId ?? '';
}

async function comeAndBuy(driver: Driver, storefront: Storefront, channelId: string): Promise<void> {
  await driver.actAs(eve);
  await driver.open(`pages/landing/index?c=${channelId}&scene=1047`);
  await driver.see('立即购买');
  await driver.open(product);
  await driver.tap('make-poster');
  await driver.says('poster', '');
  await driver.screenshot('poster');
  await driver.tap('poster-save');
  await driver.see('已保存');

  const visits = storefront.cloudbase.database().collection('visits').where({ person: eve.openId });
  await until(async () => (await visits.count()).total >= 4, 20_000);
  const shopper = await storefront.as(eve);
  for (const orderId of ['traffic-order-1', 'traffic-order-2']) {
    const wanted = orderOf(eve, { orderId, skuId: 'taigu-cake-1', seenTotal: 2790 });
    await shopper.ask('order.placeOrder', wanted);
    await shopper.pay((await shopper.ask('order.payOrder', { orderId })).payment);
    await shopper.ask('order.checkPayment', { orderId });
  }
}

async function readReport(driver: Driver): Promise<void> {
  await driver.actAs(sellers.owner);
  await driver.open('pages/seller/index');
  await driver.tap('tab-more');
  await driver.tap('shop-report');
  await driver.see('柳巷收银台');
  await driver.see('¥55.80');
  await driver.screenshot('loop-report');
  await driver.tap('report-csv');
  await driver.see('表格已复制');
  await driver.tap('note-ad');
  await driver.tap('ad-save');
  await driver.see('请填写金额');
  await driver.type('ad-amount', '120.5');
  await driver.screenshot('ad-spend');
  await driver.tap('ad-save');
  await driver.says('cost-ad', /120\.50/);
}
