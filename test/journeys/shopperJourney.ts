import { sellers, shoppers } from '../support/world/people';
import type { Driver } from './Driver';

const [ann] = shoppers;
/** 八年手工老陈醋, 1 L, two bottles in a box: six are left, so the seller's list has it on top. */
const skuId = 'vinegar-8y-4';

/** A shopper buys two boxes of vinegar and pays; the seller sees it, adds ten, and takes that back. */
export async function shopperJourney(driver: Driver): Promise<void> {
  await driver.actAs(ann);
  await driver.open('pages/home/index');
  await driver.see('八年手工老陈醋');
  await driver.screenshot('home');
  await fillCart(driver);
  await checkOut(driver);

  await driver.tapAndPay('place-order', 'pay');
  await driver.see('待发货');
  await driver.says('order-status', '待发货');
  const orderId = await driver.text('order-number');
  await driver.screenshot('order-paid');

  await driver.actAs(sellers.owner);
  await driver.open('pages/home/index');
  await driver.switchTab('店铺');
  await driver.tap('tab-stock');
  await driver.see('已售罄');
  await driver.screenshot('seller-stock');
  await adjustAndUndo(driver);

  await driver.tap('tab-orders');
  await driver.says(`shop-order-${orderId}`, /待发货.*八年手工老陈醋.*×2.*请放门卫/);
  await driver.screenshot('seller-orders');
  await shipIt(driver, orderId);
}

async function shipIt(driver: Driver, orderId: string): Promise<void> {
  await driver.tap(`ship-${orderId}`);
  await driver.type('ship-number', 'SF1234567890');
  await driver.screenshot('ship-sheet');
  await driver.tap('ship-confirm');
  await driver.says(`shop-order-${orderId}`, /待收货/);

  await driver.actAs(ann);
  await driver.open(`packages/trade/order/index?orderId=${orderId}`);
  await driver.says('order-parcel', /SF1234567890/);
  await driver.screenshot('order-shipped');
}

/** A shopper leaves the cashier without paying, finds the order waiting, and pays it from there. */
export async function payLaterJourney(driver: Driver): Promise<void> {
  await driver.actAs(ann);
  await driver.open('packages/trade/product/index?productId=vinegar-8y');
  await driver.tap('buy-now');
  await driver.tap('sheet-confirm');
  await driver.tapAndPay('place-order', 'cancel');

  await driver.see('待付款');
  await driver.says('pay-now', '继续支付');
  await driver.screenshot('order-awaiting-payment');
  await driver.tapAndPay('pay-now', 'pay');
  await driver.see('待发货');
  await driver.says('order-status', '待发货');
}

async function fillCart(driver: Driver): Promise<void> {
  await driver.tap('product-vinegar-8y');
  await driver.see('它的故事');
  await driver.screenshot('product');
  await driver.tap('add-to-cart');
  await driver.tap('option-0-1');
  await driver.tap('option-1-1');
  await driver.tap('sheet-quantity-more');
  await driver.says('stock-left', /6/);
  await driver.screenshot('sku-sheet');
  await driver.tap('sheet-confirm');
  await driver.see('已加入购物车');

  await driver.back();
  await driver.switchTab('购物车');
  await driver.says(`cart-line-${skuId}`, /1L，礼盒两瓶¥146\.002$/);
  await driver.screenshot('cart');
}

async function checkOut(driver: Driver): Promise<void> {
  await driver.tap('cart-checkout');
  await driver.tap('address-card');
  await driver.see(ann.name);
  await driver.tap(`address-address-${ann.openId}`);
  await driver.type('note-jinmei', '请放门卫');
  await driver.says('address-card', new RegExp(ann.name));
  // 2 × 146.00, less 20 from 199 on; free delivery from 99.
  await driver.says('total', '¥272.00');
  await driver.screenshot('checkout');
}

/** The list puts what runs low first, so a SKU that is looked for by its name stays in sight whatever its stock becomes. */
async function adjustAndUndo(driver: Driver): Promise<void> {
  await driver.type('search-words', '八年手工老陈醋');
  await driver.tap('search-go');
  await driver.says(`stock-${skuId}`, '4');
  await driver.tap(`adjust-${skuId}`);
  await driver.tap('adjust-by-10');
  await driver.screenshot('adjust-sheet');
  await driver.tap('adjust-confirm');
  await driver.see('现有 14 件');
  await driver.says(`stock-${skuId}`, '14');
  await driver.tap('snack-action');
  await driver.see('库存恢复为 4 件');
  await driver.says(`stock-${skuId}`, '4');
}
