import type { Output } from '../../shared/contract';
import { fen } from '../../shared/kernel/money';
import { bindShop, type OfficialDoor } from '../support/OfficialDoor';
import type { Caller, Storefront } from '../support/Storefront';
import { until } from '../support/until';
import { type DemoPerson, sellers, shoppers } from '../support/world/people';
import { checkoutPage } from './buy';
import type { Driver } from './Driver';

// In nobody else's journey, and without a coupon of the demo's.
const frank = shoppers[6] ?? shoppers[3];
const shopId = 'jinmei';
const articlePage = (articleId: string): string => `packages/content/article/index?articleId=${articleId}&scene=1058`;

/**
 * The whole loop: an article brings a shopper, who buys from its card, follows the account from the page where the order
 * is done, and finds a welcome coupon; the next article brings them back, to the member's price. The report shows each
 * step, to the fen.
 */
export async function loopJourney(driver: Driver, storefront: Storefront): Promise<void> {
  const owner = await storefront.as(sellers.owner);
  const door = await bindShop(storefront, owner, shopId);
  const benefit = { kind: 'welcomeCoupon', templateId: 'jinmei-freight' } as const;
  await owner.ask('fan.setFollowBenefit', { shopId, benefit, places: ['home', 'product'], text: '' });
  await owner.ask('shop.setFollowerPrice', { shopId, skuId: 'millet-qinzhou-1', followerPrice: fen(2_500) });
  const before = await report(owner);

  await driver.actAs(frank);
  await readAndBuy(driver, storefront);
  await follow(driver, storefront, door);
  await owner.ask('fan.setFollowBenefit', { shopId, benefit: { kind: 'followerPrice' }, places: ['home'], text: '' });
  await comeBack(driver, storefront);

  const after = await report(owner);
  const nothing = { orders: 0, paid: 0, follows: 0, couponOff: 0 };
  const grown = (articleId: string) => difference(rowOf(after, articleId), rowOf(before, articleId) ?? nothing);
  expect(grown('first-frost')).toEqual({ orders: 1, paid: 4_600, follows: 1, couponOff: 0 });
  expect(grown('millet-porridge')).toEqual({ orders: 1, paid: 5_000, follows: 0, couponOff: 800 });
  expect(difference(after.total, before.total)).toEqual({ orders: 2, paid: 9_600, follows: 1, couponOff: 800 });

  await driver.actAs(sellers.owner);
  await driver.open(`packages/seller/report/index?shopId=${shopId}`);
  await driver.see('小雪时节，泡一壶沙棘红枣');
  await driver.screenshot('loop-closed');
  await owner.ask('fan.unbind', { shopId });
}

async function readAndBuy(driver: Driver, storefront: Storefront): Promise<void> {
  await driver.open(articlePage('first-frost'));
  await driver.says('article-title', '小雪时节，泡一壶沙棘红枣');
  await driver.tap('add-seabuckthorn-tea');
  await driver.tap('sheet-confirm');
  await driver.see('已加入购物车');
  await isKnownToCome(storefront, frank, 'first-frost');
  await driver.open(checkoutPage('jinmei~seabuckthorn-tea-1:1'));
  await driver.says('total', '¥46.00');
  await driver.tapAndPay('place-order', 'pay');
  await driver.says('order-status', /待发货/);
}

async function follow(driver: Driver, storefront: Storefront, door: OfficialDoor): Promise<void> {
  await driver.tap('follow-orderDone');
  await driver.see('长按识别');
  const { text } = await (await storefront.as(frank)).ask('fan.makeFollowCode', { shopId, from: 'orderDone' });
  await door.scan(frank, text);
  await door.settled();
  expect(await door.messages()).toHaveLength(1);
  await driver.open('packages/trade/myCoupons/index');
  await driver.see('包邮券');
}

async function comeBack(driver: Driver, storefront: Storefront): Promise<void> {
  await driver.open(articlePage('millet-porridge'));
  await driver.see('一碗小米粥熬出油');
  await isKnownToCome(storefront, frank, 'millet-porridge');
  await driver.open(checkoutPage('jinmei~millet-qinzhou-1:2'));
  await driver.says('total', '¥50.00');
  await driver.see('会员价优惠');
  await driver.tapAndPay('place-order', 'pay');
  await driver.says('order-status', /待发货/);
}

/** What a person does is told to us some seconds later, and never waited for by the page. */
async function isKnownToCome({ cloudbase }: Storefront, { openId }: DemoPerson, articleId: string): Promise<void> {
  const touches = cloudbase.database().collection('touches');
  await until(
    async () => (await touches.where({ openId, shopId, 'last.articleId': articleId }).count()).total === 1,
    20_000,
  );
}

type Report = Output<'traffic.getLoopReport'>;
type Figures = Pick<Report['total'], 'orders' | 'paid' | 'follows' | 'couponOff'>;

function report(owner: Caller): Promise<Report> {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return owner.ask('traffic.getLoopReport', { shopId, from: today, to: today });
}

const rowOf = ({ rows }: Report, articleId: string) =>
  rows.find((row) => row.source === 'article' && row.articleId === articleId);

const difference = (after: Figures | undefined, before: Record<keyof Figures, number>) => ({
  orders: (after?.orders ?? 0) - before.orders,
  paid: (after?.paid ?? 0) - before.paid,
  follows: (after?.follows ?? 0) - before.follows,
  couponOff: (after?.couponOff ?? 0) - before.couponOff,
});
