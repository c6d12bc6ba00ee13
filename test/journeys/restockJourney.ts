import type { Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import type { Driver } from './Driver';

/** A shopper finds a size sold out and waits for it; the shop sees that somebody does. */
export async function restockJourney(driver: Driver, storefront: Storefront): Promise<void> {
  const skus = storefront.cloudbase.database().collection('skus');
  await skus.doc('pear-yulu-3').update({ stock: 0, aboveLow: -8 });
  await driver.actAs(shoppers[1]);
  await driver.open('packages/trade/product/index?productId=pear-yulu');
  await driver.see('隰县玉露香梨');
  await driver.tap('buy-now');
  await driver.tap('option-0-2');
  await driver.says('stock-left', '已售罄');
  await driver.see('到货提醒我');
  await driver.screenshot('restock-offer');
  await driver.confirmOn('restock-notice');
  await driver.see('到货会通知您');
  await driver.screenshot('restock-waiting');

  await driver.actAs(sellers.clerk);
  await driver.open('pages/seller/index');
  await driver.tap('tab-stock');
  await driver.see('1 人等货');
  await driver.screenshot('stock-waited-for');
}
