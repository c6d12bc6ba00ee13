import { callerAt, type Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { checkoutPage } from './buy';
import type { Driver } from './Driver';

// In nobody else's journey: who has a gift coupon finds it chosen at every checkout.
const gina = shoppers[6] ?? shoppers[3];

/** The owner promises a gift; a shopper sees it at the checkout, for nothing, and in the order and among what to pack. */
export async function giftJourney(driver: Driver, { emulator }: Storefront): Promise<void> {
  await driver.actAs(sellers.owner);
  await driver.open('packages/seller/coupons/index?shopId=jinmei');
  await driver.tap('new-template');
  await driver.tap('template-kind-gift');
  await driver.type('template-name', '买饼送醋');
  await driver.tap('template-save');
  await driver.see('请选一件赠品');
  await driver.type('template-gift-words', '腊八蒜');
  await driver.tap('template-gift-garlic-vinegar-1');
  await driver.screenshot('coupon-gift-form');
  await driver.tap('template-save');
  await driver.see('送腊八蒜 翡翠绿 450 g × 1');

  const owner = await callerAt(emulator.url, sellers.owner);
  const { templates } = await owner.ask('coupon.listCouponTemplates', { shopId: 'jinmei' });
  const made = templates.find(({ name }) => name === '买饼送醋');
  await driver.actAs(gina);
  await driver.open('packages/trade/coupons/index?shopId=jinmei');
  await driver.tap(`claim-${made?.templateId}`);
  await driver.says(`claim-${made?.templateId}`, '已领取');
  await driver.open(checkoutPage('jinmei~taigu-cake-1:1'));
  await driver.says('gift-garlic-vinegar-1', /赠品.*¥0\.00/);
  await driver.says('coupon-jinmei', /送腊八蒜/);
  await driver.says('total', '¥27.90');
  await driver.screenshot('checkout-gift');
  await driver.tapAndPay('place-order', 'pay');
  await driver.says('order-status', '待发货');
  await driver.says('gift-garlic-vinegar-1', /赠品.*¥0\.00/);
  await driver.screenshot('order-gift');
}
