import { orderOf } from '../support/orderOf';
import type { Storefront } from '../support/Storefront';
import { stockBooks } from '../support/stockBooks';
import { sellers, shoppers } from '../support/world/people';
import type { Driver } from './Driver';

const skuId = 'millet-qinzhou-1';
/** Of one piece, with its freight, in fen. */
const toPay = 2_980 + 800;

/** Today leads to the orders; the stock is found, adjusted while 50 orders arrive, and counted; the books balance. */
export async function stockJourney(driver: Driver, storefront: Storefront): Promise<void> {
  await driver.actAs(sellers.clerk);
  await driver.open('pages/seller/index');
  await driver.see('待发货');
  await driver.screenshot('seller-today');
  const { sku: before } = await stockBooks(storefront.cloudbase, skuId);

  await driver.tap('tab-stock');
  await driver.type('search-words', '沁州');
  await driver.tap('search-go');
  await driver.says(`stock-${skuId}`, `${before.stock}`);
  const ordering = placeFifty(storefront);
  await driver.tap(`adjust-${skuId}`);
  await driver.tap('adjust-by-10');
  await driver.tap('adjust-confirm');
  await driver.see('现有');
  await ordering;

  await driver.tap('stock-count');
  await driver.see('把货架上的都数进来');
  await driver.open('packages/seller/count/index?shopId=jinmei');
  await driver.type('search-words', '沁州');
  await driver.tap('search-go');
  // All that was ordered still lies in the shop.
  const lying = before.stock + 10;
  await driver.says(`count-row-${skuId}`, new RegExp(`应有${lying}件（待发50）`));
  await driver.tap(`count-${skuId}`);
  await driver.type('count-number', `${lying - 3}`);
  await driver.screenshot('count-sheet');
  await driver.says('count-note', '记下：差−3件');
  await driver.tap('count-note');
  await driver.says('count-sum', '已数1款');
  await driver.screenshot('stock-count');
  await driver.tap('count-book');
  await driver.see(`现有 ${lying - 50 - 3} 件`);

  const { sku, adjusted } = await stockBooks(storefront.cloudbase, skuId);
  expect([sku.stock, adjusted]).toEqual([lying - 53, lying - 53]);
  await driver.open(`packages/seller/moves/index?shopId=jinmei&skuId=${skuId}&name=%E5%B0%8F%E7%B1%B3`);
  await driver.tap('tab-count');
  await driver.see(`数得 ${lying - 3} 件`);

  await driver.open('pages/seller/index');
  await driver.tap('need-ship');
  await driver.see('待发货');
}

async function placeFifty(storefront: Storefront): Promise<void> {
  const ann = await storefront.as(shoppers[0]);
  const orderIds = Array.from({ length: 50 }, (_none, index) => `count-order-${index}`);
  await Promise.all(
    orderIds.map((orderId) => ann.ask('order.placeOrder', orderOf(ann.person, { orderId, skuId, seenTotal: toPay }))),
  );
  const { payment } = await ann.ask('order.payOrder', { orderId: 'count-order-0' });
  await ann.pay(payment);
  await ann.ask('order.checkPayment', { orderId: 'count-order-0' });
}
