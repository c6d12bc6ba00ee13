import { accept } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { readWorkplaces } from '../_runtime/staff';
import { readShops } from './shops';

export const listMyShops: Handler<ShopContract['listMyShops']> = async (_input, { openId }) => {
  const workplaces = await readWorkplaces(openId);
  const shops = new Map((await readShops(workplaces.map(({ shopId }) => shopId))).map((shop) => [shop._id, shop]));
  return accept({
    shops: workplaces.flatMap(({ shopId, role }) => {
      const shop = shops.get(shopId);
      return shop ? [{ shopId, name: shop.name, role }] : [];
    }),
  });
};
