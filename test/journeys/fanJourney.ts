import { type OfficialDoor, openOfficialDoor } from '../support/OfficialDoor';
import type { Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { checkoutPage, orderPage } from './buy';
import type { Driver } from './Driver';

const [ann, bob] = shoppers;
const shopId = 'jinmei';
const accountPage = `packages/seller/account/index?shopId=${shopId}`;
const productPage = 'packages/trade/product/index?productId=garlic-vinegar';

/**
 * The owner binds an account and gives its followers the member's price; a shopper buys, is shown the account where the
 * order is done, follows, and pays the member's price next. Then the owner gives a welcome coupon instead, which a stranger
 * takes by the account's message, and ends it all.
 */
export async function fanJourney(driver: Driver, storefront: Storefront): Promise<void> {
  const door = await openOfficialDoor(storefront);
  await bind(driver, storefront, door);
  await chooseMemberPrice(driver);
  await followAndPayLess(driver, storefront, door);
  await welcomeStranger(driver, door);

  await driver.actAs(sellers.owner);
  await driver.open(accountPage);
  await driver.confirmOn('unbind-account');
  await driver.see('公众号已解除绑定');
}

async function bind(driver: Driver, storefront: Storefront, door: OfficialDoor): Promise<void> {
  await driver.actAs(sellers.owner);
  await driver.open('pages/seller/index');
  await driver.tap('tab-more');
  await driver.tap('shop-account');
  await driver.see('绑定店铺自己的公众号');
  await driver.tap('bind-account');
  await driver.see('wx 开头，共 18 位');
  await driver.type('account-app-id', door.account.appId);
  await driver.type('account-secret', '0'.repeat(32));
  await driver.tap('bind-account');
  await driver.see('微信不认这组 AppID 和 AppSecret');
  await driver.screenshot('account-bind');
  await driver.type('account-secret', door.account.secret);
  await driver.tap('bind-account');
  await driver.see('等微信核对');
  await driver.screenshot('account-server');
  const owner = await storefront.as(sellers.owner);
  await door.enterServer(await owner.ask('fan.getBinding', { shopId }));
  await driver.open(accountPage);
  await driver.see('微信已核对');
  await driver.tap('put-on-menu');
  await driver.see('菜单里已加上「进店逛逛」');
}

async function chooseMemberPrice(driver: Driver): Promise<void> {
  await driver.tap('benefit-followerPrice');
  await driver.tap('benefit-at-home');
  await driver.tap('benefit-at-product');
  await driver.type('benefit-text', '关注就领券');
  await driver.tap('save-benefit');
  await driver.see('不能用');
  await driver.type('benefit-text', '每周三上新');
  await driver.tap('save-benefit');
  await driver.says('save-benefit', '没有改动');
  await driver.tap('member-price-garlic-vinegar-1');
  await driver.type('member-price-yuan', '17.00');
  await driver.screenshot('member-price-sheet');
  await driver.tap('set-member-price');
  await driver.says('member-price-garlic-vinegar-1', /会员价¥17\.00/);
  await driver.screenshot('account-benefit');
}

async function followAndPayLess(driver: Driver, storefront: Storefront, door: OfficialDoor): Promise<void> {
  await driver.actAs(ann);
  await driver.open(productPage);
  await driver.says('member-price', /会员价¥17\.00/);
  await driver.says('follow-card-product', /关注我们的公众号会员价每周三上新/);
  await driver.screenshot('product-member');
  await driver.open(checkoutPage('jinmei~garlic-vinegar-1:1'));
  await driver.says('total', '¥30.00');
  await driver.tapAndPay('place-order', 'pay');
  await driver.says('order-status', /待发货/);
  await driver.says('follow-card-orderDone', /关注我们的公众号/);
  await driver.screenshot('order-done-follow');
  await driver.tap('follow-orderDone');
  await driver.see('长按识别');
  await driver.screenshot('follow-code');

  const shopper = await storefront.as(ann);
  const { text } = await shopper.ask('fan.makeFollowCode', { shopId, from: 'orderDone' });
  await door.scan(ann, text);
  await door.settled();
  await driver.open(checkoutPage('jinmei~garlic-vinegar-1:1'));
  await driver.says('total', '¥25.00');
  await driver.see('会员价优惠');
  await driver.screenshot('checkout-member');
  await driver.tapAndPay('place-order', 'pay');
  await driver.says('order-status', /待发货/);
  const orderId = await driver.text('order-number');
  await driver.open(orderPage(orderId));
  await driver.see('会员价优惠');
}

async function welcomeStranger(driver: Driver, door: OfficialDoor): Promise<void> {
  await driver.actAs(sellers.owner);
  await driver.open(accountPage);
  await driver.tap('benefit-welcomeCoupon');
  await driver.tap('welcome-jinmei-freight');
  await driver.tap('save-benefit');
  await driver.says('save-benefit', '没有改动');
  await driver.screenshot('account-welcome');

  await door.follow(bob);
  await door.settled();
  const [message] = await door.messages();
  const token = /token=([\w-]{43})/.exec(JSON.stringify(message?.body))?.[1];
  await driver.actAs(bob);
  await driver.open(`packages/trade/welcome/index?token=${token}`);
  await driver.screenshot('welcome');
  await driver.tap('take-welcome');
  await driver.says('welcome-coupon', /包邮券/);
  await driver.screenshot('welcome-taken');
  await driver.open('packages/trade/myCoupons/index');
  await driver.see('包邮券');
}
