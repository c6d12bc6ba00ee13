import { accept } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { readMovesOf } from './stockMoves';

const pageSize = 30;

export const listStockMoves: Handler<ShopContract['listStockMoves']> = async ({ shopId, skuId, after }) => {
  const found = await readMovesOf(skuId, shopId, parseCursor(after), pageSize + 1);
  const { shown, ...next } = cutPage(found, pageSize, (move) => move.at);
  return accept({
    moves: shown.map(({ _id, delta, reason, note, at }) => ({ moveId: _id, delta, reason, note, at })),
    ...next,
  });
};
