import type { Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { buy, orderPage, shopOrderPage } from './buy';
import { newestCase, refundsArrived } from './cases';
import type { Driver } from './Driver';

const [ann] = shoppers;

/** A shopper wants the money for one cake of two back, the shop agrees, and the money arrives. */
export async function refundLineJourney(driver: Driver, storefront: Storefront): Promise<void> {
  await driver.actAs(ann);
  // 2 × 19.90 and 2 × 36.00; free delivery from 99.
  const orderId = await buy(driver, 'jinmei~taigu-cake-1:2,taigu-cake-2:2', '¥111.80');
  await askForOneCake(driver);

  const caseId = await newestCase(storefront, ann, orderId);
  await driver.says(`case-${caseId}`, /仅退款¥19\.90待店家处理.*×1.*商品破损，有一块碎了/);
  await driver.screenshot('order-case');

  await driver.actAs(sellers.manager);
  await driver.open('pages/seller/index');
  await driver.tap('tab-orders');
  await driver.tap('tab-answer');
  await driver.tap(`open-order-${orderId}`);
  await driver.says(`case-${caseId}`, /有一块碎了/);
  await driver.screenshot('shop-order-case');
  await driver.tap(`agree-${caseId}`);
  await driver.screenshot('agree-sheet');
  await driver.tap('agree-confirm');
  await driver.see('已同意');
  await refundsArrived(storefront, ann, orderId);

  await driver.open(shopOrderPage(orderId));
  await driver.says('order-history', /退款到账.*售后：退款中.*申请售后：仅退款/);
  await driver.actAs(ann);
  await driver.open(orderPage(orderId));
  await driver.says(`case-${caseId}`, /已退款¥19\.90已原路退回/);
  await driver.says('order-status', '待发货');
  await driver.screenshot('order-refunded-line');
}

async function askForOneCake(driver: Driver): Promise<void> {
  await driver.tap('ask-after-sale');
  await driver.tap('pieces-taigu-cake-1-more');
  await driver.tap('reason-damaged');
  await driver.type('claim-text', '有一块碎了');
  await driver.see('最多可退 ¥19.90');
  await driver.screenshot('after-sale');
  await driver.tap('claim-send');
  await driver.see('待店家处理');
}
