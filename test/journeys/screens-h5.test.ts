import type { Browser } from 'playwright-core';
import { paths } from '../../scripts/paths';
import { launchChromium } from '../support/browser/launchChromium';
import { usualLook } from '../support/browser/Phone';
import { openStorefront, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { askedAndAnswered } from './askedAndAnswered';
import { browserDriver } from './browserDriver';
import { checkoutPage, orderPage, shopOrderPage } from './buy';
import type { Driver } from './Driver';

const product = 'packages/trade/product/index?productId=vinegar-8y';
const [ann] = shoppers;
const orderId = 'screens-order-01';
let storefront: Storefront;
let browser: Browser;

beforeAll(async () => {
  const shown = { previewDir: paths.h5 };
  [storefront, browser] = await Promise.all([openStorefront([], shown), launchChromium()]);
  const shopper = await storefront.as(ann);
  await shopper.ask('order.setCartLine', { skuId: 'vinegar-8y-1', quantity: 1 });
  await shopper.ask('order.setCartLine', { skuId: 'taigu-cake-2', quantity: 3 });
  const owner = await storefront.as(sellers.owner);
  const move = { shopId: 'jinmei', skuId: 'vinegar-8y-4' } as const;
  await owner.ask('shop.adjustStock', { ...move, moveId: 'screens-1', delta: 6, reason: 'restock', note: '清徐直送' });
  await owner.ask('shop.adjustStock', { ...move, moveId: 'screens-2', delta: -7, reason: 'damage', note: '路上碰碎' });
  await askedAndAnswered(shopper, owner, orderId);
  for (const templateId of ['jinmei-welcome', 'jinmei-vinegar']) {
    await shopper.ask('coupon.claimCoupon', { templateId, claimId: `screens-${templateId}` });
  }
});
afterAll(async () => {
  await browser.close();
  await storefront.close();
});

test('pages that no journey passes come up whole: search, me, orders, addresses, the history of a stock', async () => {
  const shopper = await browserDriver(browser, storefront.emulator.url);
  await shopper.actAs(ann);
  await shopper.open('packages/trade/search/index?shopId=jinmei');
  await shopper.type('search-words', '醋');
  await shopper.tap('search-go');
  await shopper.see('沙棘蜂蜜醋饮');
  await shopper.screenshot('search');
  await visit(shopper, 'pages/me/index', '我的订单', 'me');
  await visit(shopper, 'packages/trade/orders/index', '共', 'orders');
  await visit(shopper, 'packages/trade/addresses/index', ann.name, 'addresses');
  await shopper.tap('address-add');
  await shopper.tap('address-save');
  await shopper.see('请填写');
  await shopper.screenshot('address-form');

  await shopper.actAs(sellers.owner);
  await shopper.open('pages/seller/index');
  await shopper.tap('tab-stock');
  await shopper.type('search-words', '八年手工老陈醋');
  await shopper.tap('search-go');
  await shopper.tap('stock-history-vinegar-8y-4');
  await shopper.see('清徐直送');
  await shopper.screenshot('stock-moves');
  await shopper.close();
});

test('what comes after the sale: the sheets of the seller, an invoice, an order’s whole page', async () => {
  const person = await browserDriver(browser, storefront.emulator.url, { ...usualLook, height: 1_700 });
  await person.actAs(ann);
  await visit(person, orderPage(orderId), '退货在途', 'order-whole');
  await person.tap('ask-invoice');
  await person.tap('invoice-confirm');
  await person.see('请填写收发票的邮箱');
  await person.screenshot('invoice-sheet');

  await person.actAs(sellers.owner);
  await visit(person, shopOrderPage(orderId), '订单记录', 'shop-order-whole');
  await person.tap('refund-order');
  await person.tap('pieces-vinegar-8y-1-more');
  await person.type('claim-amount', '999');
  await person.see('最多可退');
  await person.screenshot('refund-sheet');
  await person.close();
});

test('by night: home, product, cart, the seller’s stock, orders on both sides', async () => {
  const shopper = await browserDriver(browser, storefront.emulator.url, { ...usualLook, colorScheme: 'dark' });
  await shopper.actAs(ann);
  await visit(shopper, 'pages/home/index', '八年手工老陈醋', 'home-dark');
  await visit(shopper, product, '它的故事', 'product-dark');
  await visit(shopper, 'pages/cart/index', '太谷饼', 'cart-dark');
  await visit(shopper, checkoutPage('jinmei~taigu-cake-2:3~~fenhe~tounao-1:1'), '小计', 'checkout-dark');
  await visit(shopper, orderPage(orderId), '售后', 'order-dark');
  await visit(shopper, `packages/trade/afterSale/index?orderId=${orderId}`, '最多可退', 'after-sale-dark');
  await shopper.actAs(sellers.owner);
  await visit(shopper, 'pages/seller/index', '今天到现在', 'seller-today-dark');
  await shopper.tap('tab-stock');
  await shopper.see('偏低');
  await shopper.screenshot('seller-stock-dark');
  await visit(shopper, shopOrderPage(orderId), '订单记录', 'shop-order-dark');
  await shopper.close();
});

test('on the narrowest phone: home, product, checkout, orders on both sides', async () => {
  const shopper = await browserDriver(browser, storefront.emulator.url, { ...usualLook, width: 320, height: 568 });
  await shopper.actAs(ann);
  await visit(shopper, 'pages/home/index', '八年手工老陈醋', 'home-320');
  await visit(shopper, product, '它的故事', 'product-320');
  await visit(shopper, checkoutPage('jinmei~taigu-cake-2:3'), '小计', 'checkout-320');
  await visit(shopper, orderPage(orderId), '售后', 'order-320');
  await visit(shopper, `packages/trade/afterSale/index?orderId=${orderId}`, '最多可退', 'after-sale-320');
  await shopper.actAs(sellers.owner);
  await visit(shopper, shopOrderPage(orderId), '订单记录', 'shop-order-320');
  await shopper.open('pages/seller/index');
  await shopper.tap('tab-orders');
  await shopper.see('待发货');
  await shopper.screenshot('seller-orders-320');
  await shopper.close();
});

test('coupons by night and on the narrowest phone: to claim, one’s own, at the checkout, the seller’s', async () => {
  const dark = { ...usualLook, colorScheme: 'dark' } as const;
  for (const [look, name] of [
    [dark, 'dark'],
    [{ ...usualLook, width: 320, height: 568 }, '320'],
  ] as const) {
    const person = await browserDriver(browser, storefront.emulator.url, look);
    await person.actAs(ann);
    await visit(person, 'packages/trade/coupons/index?shopId=jinmei', '见面礼', `coupons-${name}`);
    await visit(person, 'packages/trade/myCoupons/index', '见面礼', `my-coupons-${name}`);
    await person.open(checkoutPage('jinmei~taigu-cake-2:3'));
    await person.tap('coupon-jinmei');
    await person.see('不使用优惠券');
    await person.screenshot(`coupon-sheet-${name}`);
    await person.actAs(sellers.owner);
    await visit(person, 'packages/seller/coupons/index?shopId=jinmei', '老陈醋品鉴', `seller-coupons-${name}`);
    await person.tap('edit-jinmei-vinegar');
    await person.see('修改优惠券');
    await person.screenshot(`coupon-form-${name}`);
    await person.close();
  }
});

async function visit(driver: Driver, page: string, words: string, name: string): Promise<void> {
  await driver.open(page);
  await driver.see(words);
  await driver.screenshot(name);
}
