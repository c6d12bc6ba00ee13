import { sellers, shoppers } from '../support/world/people';
import { checkoutPage, orderPage } from './buy';
import type { Driver } from './Driver';

// In nobody else's journey: a coupon that is left over would change what they pay.
const [, , , dora] = shoppers;

/**
 * The owner gives away a coupon; a shopper claims it, finds it chosen at the checkout, keeps it and takes it again, and
 * has it back when the order is cancelled. Then the owner sees how far it got, and stops it.
 */
export async function couponJourney(driver: Driver): Promise<void> {
  await driver.actAs(sellers.owner);
  await driver.open('pages/seller/index');
  await driver.tap('tab-more');
  await driver.tap('shop-coupons');
  await driver.see('老陈醋品鉴');
  await driver.screenshot('seller-coupons');
  await driver.tap('new-template');
  await driver.tap('template-save');
  await driver.see('请填写减多少元');
  await driver.type('template-name', '周末茶点');
  await driver.type('template-off', '5');
  await driver.type('template-from', '15');
  await driver.tap('template-scope-pastry');
  await driver.screenshot('coupon-form');
  await driver.tap('template-save');
  await driver.see('周末茶点');

  await driver.actAs(dora);
  await driver.open('pages/home/index');
  await driver.tap('coupon-strip');
  await driver.see('周末茶点');
  await driver.tap('claim-jinmei-freight');
  await driver.says('claim-jinmei-freight', '已领取');
  await driver.screenshot('coupons');

  await driver.open(checkoutPage('jinmei~taigu-cake-1:2'));
  // Two cakes of 19.90, and 8.00 for sending, which the coupon takes off.
  await driver.says('total', '¥39.80');
  await driver.says('coupon-jinmei', /包邮券−¥8\.00/);
  await driver.screenshot('checkout-coupon');
  await driver.tap('coupon-jinmei');
  await driver.screenshot('coupon-sheet');
  await driver.tap('no-coupon');
  await driver.says('total', '¥47.80');
  await driver.says('coupon-jinmei', /1张可用/);
  await driver.tap('coupon-jinmei');
  await driver.tap('choose-coupon-1');
  await driver.says('total', '¥39.80');
  await driver.tapAndPay('place-order', 'cancel');
  await driver.says('order-status', /待付款/);
  await driver.see('包邮券');

  const orderId = await driver.text('order-number');
  await driver.open(myCouponsPage);
  await driver.see('没有可用的优惠券');
  await driver.tap('tab-spent');
  await driver.see('包邮券');
  await driver.open(orderPage(orderId));
  await driver.confirmOn('cancel-order');
  await driver.says('order-status', /已取消/);
  await driver.see('包邮券，已退回');
  await driver.screenshot('order-coupon-returned');
  await driver.open(myCouponsPage);
  await driver.see('包邮券');
  await driver.screenshot('my-coupons');

  await driver.actAs(sellers.manager);
  await driver.open('packages/seller/coupons/index?shopId=jinmei');
  await driver.says('template-figures-jinmei-freight', '已领1/300·已用0');
  await driver.tap('pause-jinmei-freight');
  await driver.says('pause-jinmei-freight', '恢复领取');
  await driver.tap('pause-jinmei-freight');
  await driver.says('pause-jinmei-freight', '暂停领取');
}

const myCouponsPage = 'packages/trade/myCoupons/index';
