import type { Storefront } from '../support/Storefront';
import { type DemoPerson, sellers, shoppers } from '../support/world/people';
import { askedAndAnswered } from './askedAndAnswered';
import { checkoutPage, orderPage, shopOrderPage } from './buy';

/** A page as somebody opens it, and words that are on it once it is there. */
export interface SeenPage {
  person: DemoPerson;
  address: string;
  words: string;
}

const [ann] = shoppers;
const { owner } = sellers;
const orderId = 'every-page-01';
const ofShop = (page: string): string => `${page}/index?shopId=jinmei`;

/** Every page of the mini program with something on it, which is planted; those of shoppers first. */
export async function everyPage(storefront: Storefront): Promise<readonly SeenPage[]> {
  const customerId = await plant(storefront);
  return [
    ...seenBy(ann, ofShoppers),
    ...seenBy(owner, [...ofSellers, [`${ofShop('packages/crm/customer')}&customerId=${customerId}`, '最近的订单']]),
  ];
}

type Seen = readonly [address: string, words: string];

const ofShoppers: readonly Seen[] = [
  ['pages/home/index', '八年手工老陈醋'],
  ['pages/feed/index', '一缸醋'],
  ['pages/cart/index', '太谷饼'],
  ['pages/me/index', '我的订单'],
  ['pages/landing/index?scene=nothing-01', '这个码没有内容'],
  ['packages/trade/product/index?productId=vinegar-8y', '它的故事'],
  [`${ofShop('packages/trade/search')}&words=醋`, '沙棘蜂蜜醋饮'],
  [checkoutPage('jinmei~taigu-cake-2:3'), '小计'],
  ['packages/trade/orders/index', '全部'],
  [orderPage(orderId), '退货在途'],
  [`packages/trade/afterSale/index?orderId=${orderId}`, '最多可退'],
  ['packages/trade/addresses/index', ann.name],
  [ofShop('packages/trade/coupons'), '见面礼'],
  ['packages/trade/myCoupons/index', '见面礼'],
  [`packages/trade/welcome/index?token=${'a'.repeat(43)}`, '收下礼券'],
  ['packages/content/article/index?articleId=vinegar-yard', '夏伏晒'],
  ['packages/content/favourites/index', '收藏'],
  ['packages/nearby/map/index', '的店'],
  ['packages/nearby/shop/index?shopId=fenhe', '六点开门'],
  ['packages/crm/privacy/index', '注销账号'],
  [`${ofShop('packages/team/join')}&code=nothing-01~nothing`, '去店铺'],
];

const ofSellers: readonly Seen[] = [
  ['pages/seller/index', '库存偏低'],
  [ofShop('packages/seller/goods'), '八年手工老陈醋'],
  [`${ofShop('packages/seller/product')}&productId=pear-yulu`, '商品故事'],
  [ofShop('packages/seller/sheet'), '导入'],
  [ofShop('packages/seller/front'), '加一张横幅'],
  [`${ofShop('packages/seller/moves')}&skuId=vinegar-8y-4&name=醋`, '清徐直送'],
  [ofShop('packages/seller/count'), '应有'],
  [shopOrderPage(orderId), '订单记录'],
  [ofShop('packages/seller/coupons'), '老陈醋品鉴'],
  [ofShop('packages/seller/place'), '营业'],
  [ofShop('packages/seller/channels'), '使用中'],
  [ofShop('packages/seller/report'), '从进店到回头'],
  [ofShop('packages/seller/articles'), '编辑'],
  [`${ofShop('packages/seller/article')}&articleId=vinegar-yard`, '讲的是'],
  [ofShop('packages/seller/account'), '绑定店铺自己的公众号'],
  [ofShop('packages/team/staff'), owner.name],
  [ofShop('packages/team/log'), '调整了库存'],
  [ofShop('packages/seller/sales'), '近 7 天'],
  [ofShop('packages/crm/customers'), '筛选'],
  [ofShop('packages/crm/campaigns'), '群发'],
  [`${ofShop('packages/crm/campaign')}&campaignId=nothing-01`, '重试'],
];

const seenBy = (person: DemoPerson, pages: readonly Seen[]): SeenPage[] =>
  pages.map(([address, words]) => ({ person, address, words }));

/** A full cart, an order with cases, a coupon, a stock that moved; answers a customer's id. */
async function plant(storefront: Storefront): Promise<string> {
  const shopper = await storefront.as(ann);
  await shopper.ask('order.setCartLine', { skuId: 'taigu-cake-2', quantity: 3 });
  const seller = await storefront.as(owner);
  const move = { shopId: 'jinmei', skuId: 'vinegar-8y-4', moveId: 'every-page-1', delta: 6 } as const;
  await seller.ask('shop.adjustStock', { ...move, reason: 'restock', note: '清徐直送' });
  await askedAndAnswered(shopper, seller, orderId);
  await shopper.ask('coupon.claimCoupon', { templateId: 'jinmei-welcome', claimId: 'every-page-welcome' });
  await storefront.tick('people');
  const { customers } = await seller.ask('crm.findCustomers', { shopId: 'jinmei', words: ann.name });
  return customers[0]?.customerId ?? 'nobody';
}
