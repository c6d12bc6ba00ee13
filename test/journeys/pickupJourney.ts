import { sellers, shoppers } from '../support/world/people';
import { checkoutPage, orderPage, shopOrderPage } from './buy';
import type { Driver } from './Driver';

const [, bob] = shoppers;

/** A shopper pays for cakes to fetch, the shop lays them ready, and hands them over against the code. */
export async function pickupJourney(driver: Driver): Promise<void> {
  await driver.actAs(bob);
  await driver.open(checkoutPage('jinmei~taigu-cake-1:1'));
  await driver.tap('way-jinmei-pickup');
  await driver.says('total', '¥19.90');
  await driver.screenshot('checkout-pickup');
  await driver.tapAndPay('place-order', 'pay');
  const orderId = await driver.text('order-number');

  await driver.actAs(sellers.clerk);
  await driver.open(shopOrderPage(orderId));
  await driver.tap('prepare-pickup');
  await driver.says('shop-order-status', '待自提');

  await driver.actAs(bob);
  await driver.open(orderPage(orderId));
  await driver.says('order-status', '待自提');
  const code = await driver.text('pickup-code');
  await driver.screenshot('order-pickup');

  await driver.actAs(sellers.clerk);
  await driver.open('pages/seller/index');
  await driver.tap('tab-orders');
  await driver.tap('tab-handOver');
  await driver.says(`shop-order-${orderId}`, /待自提/);
  await driver.tap('verify-pickup');
  await driver.type('verify-code', '1234567890');
  await driver.tap('verify-confirm');
  await driver.see('没有这个取货码');
  await driver.type('verify-code', code);
  await driver.screenshot('verify-sheet');
  await driver.tap('verify-confirm');
  await driver.see('核销成功');

  await driver.actAs(bob);
  await driver.open(orderPage(orderId));
  await driver.says('order-status', '已收货');
}
