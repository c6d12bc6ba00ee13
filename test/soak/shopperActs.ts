import { fen } from '../../shared/kernel/money';
import type { Caller } from '../support/Storefront';
import { canary } from './canary';
import type { Dice } from './Dice';

/** A shopper in the traffic: who they are, what comes by chance, and the orders that they tried to place, the latest last. */
export interface Shopper {
  caller: Caller;
  dice: Dice;
  orderIds: string[];
}

type Act = (shopper: Shopper) => Promise<unknown>;

const shopId = 'jinmei';
const skuIds = ['taigu-cake-1', 'vinegar-8y-1', 'millet-qinzhou-1', 'garlic-vinegar-1'];
const articleId = 'vinegar-yard';

const anOrder = ({ dice, orderIds }: Shopper): { orderId: string } => ({
  orderId: dice.oneOf(orderIds) ?? 'none-yet-01',
});

/** What shoppers do all day, each with its share. A refusal is an answer; a call that breaks off rejects. */
export const shopperActs: readonly [share: number, act: Act][] = [
  [6, ({ caller }) => caller.call('shop.getShopHome', { shopId })],
  [4, ({ caller }) => caller.call('shop.getProduct', { productId: 'vinegar-8y' })],
  [3, ({ caller }) => caller.call('content.listFeed', { of: 'latest' })],
  [3, ({ caller }) => caller.call('content.getArticle', { articleId })],
  [2, ({ caller }) => caller.call('order.listOrders', {})],
  [2, ({ caller }) => caller.call('coupon.listMyCoupons', { state: 'usable' })],
  [
    2,
    ({ caller, dice }) => caller.call('order.setCartLine', { skuId: dice.oneOf(skuIds) ?? '', quantity: dice.upTo(3) }),
  ],
  [2, visit],
  [1, ({ caller, dice }) => caller.call('content.likeArticle', { articleId, liked: dice.upTo(1) === 1 })],
  [1, comment],
  [1, ({ caller, dice }) => caller.call('coupon.claimCoupon', { templateId: 'jinmei-welcome', claimId: dice.newId() })],
  [1, ({ caller }) => caller.call('fan.makeFollowCode', { shopId, from: 'home' })],
  [8, place],
  [8, pay],
  [2, (shopper) => shopper.caller.call('order.checkPayment', anOrder(shopper))],
  [2, (shopper) => shopper.caller.call('order.cancelOrder', anOrder(shopper))],
  [2, (shopper) => shopper.caller.call('order.confirmReceipt', anOrder(shopper))],
  [2, claim],
];

async function place({ caller, dice, orderIds }: Shopper): Promise<void> {
  const lines = [{ skuId: dice.oneOf(skuIds) ?? '', quantity: 1 + dice.upTo(2) }];
  const { baskets } = await caller.ask('order.previewCheckout', { baskets: [{ shopId, lines }] });
  const { price, couponId } = baskets[0] ?? {};
  const checkoutId = dice.newId();
  orderIds.push(checkoutId);
  const basket = { shopId, lines, way: 'express', note: canary.note, ...(couponId && { couponId }) } as const;
  const order = {
    checkoutId,
    addressId: canary.addressIdOf(caller.person),
    baskets: [{ ...basket, seenTotal: price?.toPay ?? fen(0) }],
  };
  await caller.call('order.placeOrder', order);
  // The phone did not hear, and asks again.
  if (dice.upTo(9) === 0) await caller.call('order.placeOrder', order);
}

async function pay(shopper: Shopper): Promise<void> {
  const { caller, dice, orderIds } = shopper;
  const { payment } = await caller.ask('order.payOrder', { orderId: orderIds.at(-1) ?? 'none-yet-01' });
  await caller.pay(payment, dice.upTo(5) === 0 ? 'cancel' : 'pay');
}

function claim(shopper: Shopper): Promise<unknown> {
  const { caller, dice } = shopper;
  const lines = [{ skuId: dice.oneOf(skuIds) ?? '', quantity: 1 }];
  const kind = dice.oneOf(['refundOnly', 'returnAndRefund'] as const) ?? 'refundOnly';
  const about = { caseId: dice.newId(), kind, lines, reason: 'other', text: canary.note } as const;
  return caller.call('order.requestAfterSale', { ...anOrder(shopper), ...about });
}

function visit({ caller, dice }: Shopper): Promise<unknown> {
  const scene = dice.oneOf([1058, 1007, 1047, 1089]) ?? 1058;
  return caller.call('traffic.recordVisits', {
    visits: [{ visitId: dice.newId(), shopId, kind: 'open', scene, age: 0 }],
  });
}

function comment({ caller, dice }: Shopper): Promise<unknown> {
  const about = { articleId, commentId: dice.newId(), name: canary.name };
  return caller.call('content.commentOn', { ...about, text: canary.note });
}
