import { accept } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { plannedShelving } from '../../shared/shop/shelving';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { readGoods } from './products';

const pageSize = 20;

export const listMyProducts: Handler<ShopContract['listMyProducts']> = async ({ shopId, after }) => {
  const { shown, ...next } = cutPage(
    await readGoods(shopId, parseCursor(after), pageSize + 1),
    pageSize,
    ({ rank }) => rank,
  );
  return accept({
    products: shown.map(({ _id, version, name, pictures, priceFrom, pricesDiffer, sold, onShelf, ...more }) => ({
      ...{ productId: _id, version, name, picture: pictures[0] ?? '' },
      ...{ priceFrom, pricesDiffer, sold, onShelf, ...plannedShelving(more) },
    })),
    ...next,
  });
};
