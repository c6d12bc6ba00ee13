import { accept } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { countWaitingForRestock } from '../crm/public';
import { countLow, readSkusByUrgency } from './skus';

const pageSize = 30;

export const listStock: Handler<ShopContract['listStock']> = async ({ after, ...filter }) => {
  const [found, lowCount] = await Promise.all([
    readSkusByUrgency(filter, parseCursor(after), pageSize + 1),
    countLow(filter.shopId),
  ]);
  const { shown, ...next } = cutPage(found, pageSize, (sku) => sku.aboveLow);
  const waiting = await countWaitingForRestock(shown.filter(({ stock }) => stock === 0).map(({ _id }) => _id));
  return accept({
    lowCount,
    skus: shown.map(({ _id, productId, productName, choice, picture, price, followerPrice, stock, lowAt }) => ({
      skuId: _id,
      productId,
      productName,
      choice,
      picture,
      price,
      ...(followerPrice !== undefined && { followerPrice }),
      stock,
      lowAt,
      ...(waiting.has(_id) && { waiting: waiting.get(_id) ?? 0 }),
    })),
    ...next,
  });
};
