import type { Storefront } from '../support/Storefront';
import { sellers, shoppers } from '../support/world/people';
import { buy, orderPage, shopOrderPage } from './buy';
import { newestCase } from './cases';
import type { Driver } from './Driver';

const [, bob] = shoppers;

/** The shop puts a wrong tracking number right; a shopper is declined once, and then gets another cake for his. */
export async function exchangeJourney(driver: Driver, storefront: Storefront): Promise<void> {
  await driver.actAs(bob);
  const orderId = await buy(driver, 'jinmei~taigu-cake-1:1', '¥27.90');
  await shipAndCorrect(driver, orderId);

  await driver.actAs(bob);
  await driver.open(orderPage(orderId));
  await driver.says('order-parcel', /SF1234567899/);
  await driver.confirmOn('confirm-receipt');
  await driver.says('order-status', '已收货');
  await askForExchange(driver);
  const first = await newestCase(storefront, bob, orderId);
  await decline(driver, orderId, first);

  await driver.actAs(bob);
  await driver.open(orderPage(orderId));
  await driver.says(`case-${first}`, /店家：麻烦补拍一张照片/);
  await askForExchange(driver);
  const second = await newestCase(storefront, bob, orderId);
  await agreeAndReplace(driver, orderId, second);

  await driver.actAs(bob);
  await driver.open(orderPage(orderId));
  await driver.says(`case-${second}`, /已换货新的商品已寄出：顺丰速运SF2234567890/);
}

async function shipAndCorrect(driver: Driver, orderId: string): Promise<void> {
  await driver.actAs(sellers.clerk);
  await driver.open(shopOrderPage(orderId));
  await driver.tap('ship-order');
  await driver.type('ship-number', 'SF1234567890');
  await driver.tap('ship-confirm');
  await driver.says('shop-order-status', '待收货');
  await driver.tap('correct-shipment');
  await driver.type('ship-number', 'SF1234567899');
  await driver.tap('ship-confirm');
  await driver.says('order-history', /更正快递单号/);
}

async function askForExchange(driver: Driver): Promise<void> {
  await driver.tap('ask-after-sale');
  await driver.tap('kind-exchange');
  await driver.tap('claim-send');
  await driver.see('待店家处理');
}

async function decline(driver: Driver, orderId: string, caseId: string): Promise<void> {
  await driver.actAs(sellers.clerk);
  await driver.open(shopOrderPage(orderId));
  await driver.tap(`decline-${caseId}`);
  await driver.type('decline-answer', '麻烦补拍一张照片');
  await driver.tap('decline-confirm');
  await driver.says(`case-${caseId}`, /店家已拒绝/);
}

async function agreeAndReplace(driver: Driver, orderId: string, caseId: string): Promise<void> {
  await driver.actAs(sellers.clerk);
  await driver.open(shopOrderPage(orderId));
  await driver.tap(`agree-${caseId}`);
  await driver.tap('agree-confirm');
  await driver.says(`case-${caseId}`, /待寄回商品/);

  await driver.actAs(bob);
  await driver.open(orderPage(orderId));
  await driver.tap(`send-return-${caseId}`);
  await driver.type('return-number', 'YT8899001133');
  await driver.tap('return-confirm');
  await driver.says(`case-${caseId}`, /退货在途/);

  await driver.actAs(sellers.clerk);
  await driver.open(shopOrderPage(orderId));
  await driver.tap(`settle-${caseId}`);
  await driver.type('replacement-number', 'SF2234567890');
  await driver.tap('settle-confirm');
  await driver.says(`case-${caseId}`, /已换货/);
}
