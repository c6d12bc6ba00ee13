import type { OrderRecord } from '../../cloudfunctions/order/OrderRecord';
import { expectSettled } from '../support/expectSettled';
import type { Storefront } from '../support/Storefront';
import { type DemoPerson, shoppers } from '../support/world/people';
import { checkoutPage } from './buy';
import type { Driver } from './Driver';

const page = checkoutPage('jinmei~taigu-cake-1:1');
const total = '¥27.90';
const note = '多放点芝麻';
// In nobody else's journey: their orders are counted.
const [, , , , , , , harriet, ivan, julia, karl] = shoppers;

/** Every answer takes three seconds: each wait says what it is for. */
export async function slowJourney(driver: Driver, storefront: Storefront): Promise<void> {
  const { network } = driver;
  await driver.actAs(known(harriet));
  await network.become('slow');
  await driver.open(page);
  await network.pass(2_000);
  await driver.see('网络有点慢，还在加载…');
  await network.answer('order.previewCheckout');
  await driver.says('total', total);
  await driver.tapAndPay('place-order', 'pay', async () => {
    await driver.says('place-order', '正在提交…');
    await network.answer('order.placeOrder');
    await driver.says('place-order', '正在打开付款…');
    await network.answer('order.payOrder');
  });
  await driver.says('place-order', '正在确认付款…');
  await network.answer('order.checkPayment');
  await driver.see('付款成功');
  await network.answer('order.getOrder');
  await driver.says('order-status', '待发货');
  await network.become('well');
  await expectOnePaidOrder(storefront, known(harriet));
}

/** Every fifth call is lost, on the way or on the way back: nobody notices. */
export async function lossyJourney(driver: Driver, storefront: Storefront): Promise<void> {
  await driver.actAs(known(ivan));
  await driver.network.become('lossy');
  await driver.open('packages/trade/product/index?productId=taigu-cake');
  await driver.tap('add-to-cart');
  await driver.tap('sheet-confirm');
  await driver.see('已加入购物车');
  await driver.open('pages/cart/index');
  await driver.says('cart-line-taigu-cake-1', /1$/);
  await driver.open(page);
  await driver.says('total', total);
  await driver.tapAndPay('place-order', 'pay');
  await driver.says('order-status', '待发货');
  expect(driver.network.lost()).toBeGreaterThan(0);
  await driver.network.become('well');
  await expectOnePaidOrder(storefront, known(ivan));
}

/** The order is placed, and nobody hears of it: the page says so, keeps what was written, and finds the order again. */
export async function lostAnswerJourney(driver: Driver, storefront: Storefront): Promise<void> {
  const { network } = driver;
  await driver.actAs(known(julia));
  await driver.open(page);
  await driver.type(`note-jinmei`, note);
  await network.become({ answersLostOf: 'order.placeOrder' });
  await driver.tap('place-order');
  await driver.see('还没收到店里的回音');
  await driver.says('snack-action', '重试');
  await driver.says('place-order', '再提交一次');

  await network.become('well');
  await driver.open(page);
  await driver.see('还没收到店里的回音');
  expect(await driver.value('note-jinmei')).toBe(note);
  await driver.tapAndPay('place-order', 'pay');
  await driver.says('order-status', '待发货');
  expect(await expectOnePaidOrder(storefront, known(julia))).toMatchObject({ note });
  await driver.open(page);
  await driver.says('place-order', '提交订单');
  expect(await driver.value('note-jinmei')).toBe('');
}

/** For a minute nothing arrives, once before the order and once when the money has just gone. */
export async function offlineJourney(driver: Driver, storefront: Storefront): Promise<void> {
  const { network } = driver;
  await driver.actAs(known(karl));
  await driver.open(page);
  await driver.says('total', total);
  await network.become('offline');
  await driver.tap('place-order');
  await driver.see('还没收到店里的回音');
  await network.pass(60_000);
  await driver.says('place-order', '再提交一次');

  await network.become({ offlineFrom: 'order.checkPayment' });
  await driver.tapAndPay('place-order', 'pay');
  await driver.see('已付款，不用再付');
  await driver.see('暂时看不到这笔订单');
  await network.pass(60_000);
  await driver.says('blank-action', '重试');
  await network.become('well');
  await driver.tap('blank-action');
  await driver.says('order-status', '待发货');
  await expectOnePaidOrder(storefront, known(karl));
}

/** A person placed one order just now, which is paid once and took its stock once. */
async function expectOnePaidOrder(storefront: Storefront, { openId }: DemoPerson): Promise<OrderRecord> {
  const db = storefront.cloudbase.database();
  const placedAt = db.command.gt((await storefront.now()) - 3_600_000);
  const { data } = await db.collection('orders').where({ openId, placedAt }).get();
  const [order, ...more] = data as OrderRecord[];
  if (!order) throw new Error('there is no order');
  expect(more).toEqual([]);
  expect(order.status).toBe('paid');
  // Notes of stock that somebody adjusted live two minutes.
  await storefront.advance(180_000);
  await storefront.tick();
  await expectSettled(storefront, [order._id]);
  return order;
}

function known(person: DemoPerson | undefined): DemoPerson {
  if (!person) throw new Error('the demo has fewer shoppers');
  return person;
}
