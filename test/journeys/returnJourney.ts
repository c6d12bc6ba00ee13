import type { Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { buy, orderPage, shopOrderPage } from './buy';
import { newestCase, refundsArrived } from './cases';
import type { Driver } from './Driver';

const [, , carl] = shoppers;

/** A shopper sends a received cake back: the shop agrees, gets the parcel, and the money goes. */
export async function returnJourney(driver: Driver, storefront: Storefront): Promise<void> {
  await driver.actAs(carl);
  const orderId = await buy(driver, 'jinmei~taigu-cake-1:1', '¥27.90');
  await shipInTwoParcels(driver, orderId);
  await receiveAndAsk(driver, orderId);
  const caseId = await newestCase(storefront, carl, orderId);

  await driver.actAs(sellers.clerk);
  await driver.open(shopOrderPage(orderId));
  await driver.tap(`agree-${caseId}`);
  await driver.type('agree-answer', '请寄回柳巷 88 号');
  await driver.tap('agree-confirm');
  await driver.says(`case-${caseId}`, /待寄回商品/);

  await driver.actAs(carl);
  await driver.open(orderPage(orderId));
  await driver.says(`case-${caseId}`, /店家：请寄回柳巷88号/);
  await driver.tap(`send-return-${caseId}`);
  await driver.type('return-number', 'YT8899001122');
  await driver.screenshot('return-sheet');
  await driver.tap('return-confirm');
  await driver.says(`case-${caseId}`, /退货在途/);

  await driver.actAs(sellers.clerk);
  await driver.open(shopOrderPage(orderId));
  await driver.says(`case-${caseId}`, /YT8899001122/);
  await driver.tap(`settle-${caseId}`);
  await driver.screenshot('settle-sheet');
  await driver.tap('settle-confirm');
  await driver.says(`case-${caseId}`, /退款中|已退款/);
  await refundsArrived(storefront, carl, orderId);

  await driver.actAs(carl);
  await driver.open(orderPage(orderId));
  // The freight of what was sent stays paid.
  await driver.says(`case-${caseId}`, /已退款¥19\.90已原路退回/);
  await driver.says('order-status', '已退款');
  await driver.screenshot('order-returned');
}

async function shipInTwoParcels(driver: Driver, orderId: string): Promise<void> {
  await driver.actAs(sellers.clerk);
  await driver.open(shopOrderPage(orderId));
  await driver.tap('ship-order');
  await driver.type('ship-number', 'SF1234567890');
  await driver.tap('add-parcel');
  await driver.type('ship-number-2', 'SF1234567891');
  await driver.screenshot('ship-two-parcels');
  await driver.tap('ship-confirm');
  await driver.says('shop-order-status', '待收货');
}

async function receiveAndAsk(driver: Driver, orderId: string): Promise<void> {
  await driver.actAs(carl);
  await driver.open(orderPage(orderId));
  await driver.confirmOn('confirm-receipt');
  await driver.says('order-status', '已收货');
  await driver.tap('ask-after-sale');
  await driver.tap('kind-returnAndRefund');
  await driver.tap('claim-send');
  await driver.see('待店家处理');
}
