import type { Caller } from '../support/Storefront';
import type { Dice } from './Dice';

/** Somebody who works in the shop while it is busy. */
export interface Seller {
  caller: Caller;
  dice: Dice;
}

type Act = (seller: Seller) => Promise<unknown>;

const shopId = 'jinmei';

/** What sellers do all day, each with its share. */
export const staffActs: readonly [share: number, act: Act][] = [
  [3, ({ caller }) => caller.call('shop.getToday', { shopId })],
  [6, ship],
  [4, answerCase],
  [2, refund],
  [2, ({ caller, dice }) => caller.call('shop.adjustStock', { ...adjusted(dice), delta: 20, reason: 'restock' })],
  [1, ({ caller, dice }) => caller.call('shop.adjustStock', { ...adjusted(dice), delta: -1, reason: 'damage' })],
  [1, moderate],
  [1, ({ caller }) => caller.call('crm.findCustomers', { shopId })],
  [1, ({ caller }) => caller.call('shop.listStock', { shopId })],
];

const adjusted = (dice: Dice) => ({
  ...{ shopId, moveId: dice.newId() },
  skuId: dice.oneOf(['taigu-cake-1', 'vinegar-8y-1', 'millet-qinzhou-1', 'garlic-vinegar-1']) ?? '',
});

async function ship({ caller, dice }: Seller): Promise<void> {
  const { orders } = await caller.ask('order.listShopOrders', { shopId, status: 'paid' });
  const orderId = dice.oneOf(orders)?.orderId;
  const parcels = [{ carrier: 'SF', trackingNumber: 'SF1234567890' } as const];
  if (orderId) await caller.call('order.shipOrder', { shopId, orderId, parcels });
}

async function answerCase({ caller, dice }: Seller): Promise<void> {
  const { orders } = await caller.ask('order.listShopOrders', { shopId, needs: 'answer' });
  const orderId = dice.oneOf(orders)?.orderId;
  if (!orderId) return;
  const { cases } = await caller.ask('order.getShopOrder', { shopId, orderId });
  const open = { shopId, orderId, caseId: cases.at(-1)?.caseId ?? 'none-yet-01' };
  if (dice.upTo(2) === 0) await caller.call('order.decideAfterSale', { ...open, decision: 'decline', answer: '不行' });
  else await caller.call('order.decideAfterSale', { ...open, decision: 'agree', restock: true });
  await caller.call('order.settleReturn', { ...open, outcome: 'accept', restock: true });
}

async function refund({ caller, dice }: Seller): Promise<void> {
  const { orders } = await caller.ask('order.listShopOrders', { shopId, status: 'paid' });
  const order = dice.oneOf(orders);
  const line = order?.lines[0];
  if (!order || !line) return;
  const given = { lines: [{ skuId: line.skuId, quantity: 1 }], text: '补偿', restock: true };
  await caller.call('order.refundOrder', { shopId, orderId: order.orderId, caseId: dice.newId(), ...given });
}

async function moderate({ caller, dice }: Seller): Promise<void> {
  const { comments } = await caller.ask('content.listShopComments', { shopId, state: 'waiting' });
  const commentId = dice.oneOf(comments)?.commentId;
  if (commentId) await caller.call('content.moderateComment', { shopId, commentId, decision: 'show' });
}
