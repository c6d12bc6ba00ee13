import { accept } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { readStaffAmong } from '../_runtime/staff';
import { readMovesOf } from './stockMoves';

const pageSize = 30;

export const listStockMoves: Handler<ShopContract['listStockMoves']> = async (input, { openId }) => {
  const { shopId, skuId, reason, after } = input;
  const found = await readMovesOf({ skuId, shopId, ...(reason && { reason }) }, parseCursor(after), pageSize + 1);
  const { shown, ...next } = cutPage(found, pageSize, (move) => move.at);
  // Moves of orders carry the shopper, whom nobody here needs to know.
  const byHand = shown.filter(({ orderId }) => !orderId).map(({ by }) => by);
  const staff = await readStaffAmong(shopId, [...new Set(byHand)]);
  return accept({
    moves: shown.map(({ _id: moveId, delta, reason: why, note, counted, orderId, by, at }) => {
      const who = orderId ? undefined : staff.get(by);
      return {
        ...{ moveId, delta, reason: why, note, at },
        ...(counted !== undefined && { counted }),
        ...(who && { by: { role: who.role, ...(who.name && { name: who.name }), isMe: by === openId } }),
      };
    }),
    ...next,
  });
};
