import type { Storefront } from '../support/Storefront';
import { shoppers } from '../support/world/people';
import type { Driver } from './Driver';

const [ann] = shoppers;

/** A shopper takes cakes of one shop and soup of another, has one sent and fetches the other, and pays both at once. */
export async function twoShopsJourney(driver: Driver, storefront: Storefront): Promise<void> {
  await driver.actAs(ann);
  await putIntoCart(driver, 'taigu-cake');
  await putIntoCart(driver, 'tounao');
  await driver.open('pages/cart/index');
  await driver.see('2 家店一起付');
  await driver.tap('cart-checkout');

  // 19.90 and 8.00 freight here; 68.00 there, free from 59 on.
  await driver.says('total', '¥95.90');
  await driver.tap('way-fenhe-pickup');
  await driver.see('付款后凭取货码');
  await driver.tap('way-jinmei-local');
  await driver.see('未到起送金额');
  await driver.screenshot('checkout-obstacle');
  await driver.tap('way-jinmei-express');
  await driver.says('total', '¥95.90');
  await driver.screenshot('checkout-two-shops');
  await driver.tapAndPay('place-order', 'pay');

  await driver.see('傅山头脑汤');
  const [fetched, sent] = (await (await storefront.as(ann)).ask('order.listOrders', {})).orders;
  if (!fetched || !sent) throw new Error('two orders were placed');
  await driver.says(`order-${sent.orderId}`, /待发货/);
  await driver.says(`order-${fetched.orderId}`, /待发货/);
  await driver.screenshot('orders-two-shops');
  await driver.tap(`order-${sent.orderId}`);
  await driver.see('与另外 1 笔订单一起支付');
}

async function putIntoCart(driver: Driver, productId: string): Promise<void> {
  await driver.open(`packages/trade/product/index?productId=${productId}`);
  await driver.tap('add-to-cart');
  await driver.tap('sheet-confirm');
  await driver.see('已加入购物车');
}
