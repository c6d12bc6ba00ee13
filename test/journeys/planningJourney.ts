import { chinaMomentText, oneDay, startOfChinaDay } from '../../shared/kernel/chinaTime';
import type { Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import type { Driver } from './Driver';

const shopId = 'jinmei';
const hour = 3_600_000;
const [ann, , , dan] = shoppers;

/**
 * The owner plans for tomorrow: a product that comes on the shelf, a campaign that begins; and puts banners in another order. A
 * shopper follows a banner, and finds the product when it is time. What could not be sent is told on the owner's desk.
 */
export async function planningJourney(driver: Driver, storefront: Storefront): Promise<void> {
  const tomorrow = startOfChinaDay(Date.now()) + oneDay;
  const shelvedAt = chinaMomentText(tomorrow + 9 * hour);
  const begunAt = chinaMomentText(tomorrow + 10 * hour);
  await plant(storefront);

  await driver.actAs(sellers.owner);
  await driver.open(`packages/seller/product/index?shopId=${shopId}&productId=pear-yulu&copy=yes`);
  await driver.type('product-name', '国庆香梨礼');
  await driver.tap('shelve-from');
  await driver.tap('shelve-until');
  await driver.says('shelve-from-time', '09:00');
  await driver.screenshot('product-form-planned');
  await driver.tap('product-save');
  await driver.open(`packages/seller/goods/index?shopId=${shopId}`);
  await driver.see(`${shelvedAt} 上架`);
  await driver.screenshot('goods-planned');

  await driver.open(`packages/seller/front/index?shopId=${shopId}`);
  await driver.says('banner-target-0', '打开：隰县玉露香梨');
  await driver.tap('banner-target-1');
  await driver.screenshot('banner-target');
  await driver.tap('banner-leads-coupons');
  await driver.says('banner-target-1', '打开：领优惠券');
  await driver.tap('banner-1-up');
  await driver.screenshot('shop-front-banners');
  await driver.tap('front-save');
  await driver.see('店面已更新');

  await driver.open(`packages/crm/campaigns/index?shopId=${shopId}`);
  await driver.tap('new-campaign');
  await driver.type('campaign-name', '国庆上新');
  await driver.type('campaign-title', '香梨礼盒上架');
  await driver.type('campaign-tip', '只卖到月底');
  await driver.tap('campaign-when-later');
  await driver.says('campaign-start-time', '10:00');
  await driver.screenshot('campaign-form-planned');
  await driver.confirmOn('campaign-send');
  await driver.see('待开始');
  await driver.open(`packages/crm/campaigns/index?shopId=${shopId}`);
  await driver.see(`${begunAt} 开始`);
  await driver.screenshot('campaigns-planned');

  await driver.actAs(ann);
  await driver.open('pages/home/index');
  await driver.see('隰县玉露香梨');
  await driver.screenshot('home-banners');
  await driver.tap('banner-0');
  await driver.says('claim-jinmei-welcome', '领取');
  const shopper = await storefront.as(ann);
  const found = async () => (await shopper.ask('shop.searchProducts', { shopId, words: '国庆香梨礼' })).products;
  expect(await found()).toEqual([]);
  await storefront.advance(tomorrow + 10 * hour + 60_000 - (await storefront.now()));
  await storefront.tick('timers');
  await storefront.tick('people');
  expect(await found()).toHaveLength(1);
  await driver.open('pages/home/index');
  await driver.see('国庆香梨礼');

  const owner = await storefront.as(sellers.owner);
  const [campaign] = (await owner.ask('crm.listCampaigns', { shopId })).campaigns;
  await driver.actAs(sellers.owner);
  await driver.open('pages/seller/index');
  await driver.says(`unsent-${campaign?.campaignId}`, '群发「国庆上新」1条微信说没有订阅次数了');
  await driver.screenshot('today-unsent');
  await driver.tap(`unsent-${campaign?.campaignId}`);
  await driver.see('没有发成');
}

/** Two banners, and a shopper who says that they allowed a message, which WeChat knows nothing of. */
async function plant(storefront: Storefront): Promise<void> {
  const [owner, forger] = await Promise.all([storefront.as(sellers.owner), storefront.as(dan)]);
  await forger.ask('crm.noteAllowed', { shopId, allowId: 'planning-forged' });
  await storefront.tick('people');
  const { banners: _none, ...front } = await owner.ask('shop.getShopFront', { shopId });
  const { pictures } = await owner.ask('shop.getMyProduct', { shopId, productId: 'pear-yulu' });
  const [first = '', second = ''] = pictures;
  const banners = [
    { picture: first, target: { page: 'product', productId: 'pear-yulu' } as const },
    { picture: second, target: { page: 'article', articleId: 'vinegar-yard' } as const },
  ];
  await owner.ask('shop.saveShopFront', { ...front, shopId, banners });
}
