import type { Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { buy, orderPage, shopOrderPage } from './buy';
import { newestCase, refundsArrived } from './cases';
import type { Driver } from './Driver';

const [, , carl] = shoppers;

/** A shopper thinks better of cancelling, asks for an invoice; the shop gives some money back unasked. */
export async function invoiceJourney(driver: Driver, storefront: Storefront): Promise<void> {
  await driver.actAs(carl);
  const orderId = await buy(driver, 'jinmei~taigu-cake-1:2', '¥47.80');
  await driver.confirmOn('cancel-paid');
  await driver.see('待店家处理');
  const caseId = await newestCase(storefront, carl, orderId);
  // Nothing was sent, so the freight would come back, too.
  await driver.says(`case-${caseId}`, /¥47\.80/);
  await driver.confirmOn(`withdraw-${caseId}`);
  await driver.says(`case-${caseId}`, /已撤销/);
  await askForInvoice(driver);

  await driver.actAs(sellers.manager);
  await driver.open(shopOrderPage(orderId));
  await driver.tap('issue-invoice');
  await driver.type('invoice-number', '24112000000012345678');
  await driver.tap('issue-confirm');
  await driver.see('发票已开出');
  await refundSome(driver);
  await refundsArrived(storefront, carl, orderId);

  await driver.actAs(carl);
  await driver.open(orderPage(orderId));
  await driver.see('发票已开出：郭建国');
  await driver.see('¥5.00 已原路退回');
}

async function askForInvoice(driver: Driver): Promise<void> {
  await driver.tap('ask-invoice');
  await driver.type('invoice-title', '郭建国');
  await driver.type('invoice-email', 'guo@example.cn');
  await driver.tap('invoice-confirm');
  await driver.see('发票待开：郭建国');
}

async function refundSome(driver: Driver): Promise<void> {
  await driver.tap('refund-order');
  await driver.see('最多可退 ¥47.80');
  await driver.tap('pieces-taigu-cake-1-less');
  await driver.type('claim-amount', '25');
  await driver.says('refund-confirm', '最多可退¥19.90');
  await driver.type('claim-amount', '5');
  await driver.type('refund-text', '晚发了一天，补偿您');
  await driver.confirmOn('refund-confirm');
  await driver.says('order-history', /售后：退款中/);
}
