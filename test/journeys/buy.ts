import type { Driver } from './Driver';

/** The page of a checkout with these baskets, written as `basketsText` does. */
export const checkoutPage = (baskets: string): string =>
  `packages/trade/checkout/index?baskets=${encodeURIComponent(baskets)}`;

/** Buys one shop's basket and pays it; answers the order's number, which its page shows. */
export async function buy(driver: Driver, baskets: string, total: string): Promise<string> {
  await driver.open(checkoutPage(baskets));
  await driver.says('total', total);
  await driver.tapAndPay('place-order', 'pay');
  await driver.says('order-status', '待发货');
  return driver.text('order-number');
}

/** The page of a shop's order, as staff open it. */
export const shopOrderPage = (orderId: string): string =>
  `packages/seller/order/index?shopId=jinmei&orderId=${orderId}`;

/** The page of the shopper's own order. */
export const orderPage = (orderId: string): string => `packages/trade/order/index?orderId=${orderId}`;
