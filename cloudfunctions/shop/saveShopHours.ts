import { fen } from '../../shared/kernel/money';
import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { everyDay } from '../../shared/shop/openingHours';
import type { Handler } from '../_runtime/serve';
import { readShop, type ShopRecord, saveTerms } from './shops';

export const saveShopHours: Handler<ShopContract['saveShopHours']> = async ({ shopId, daily, deliveryMetres }) => {
  const shop = await readShop(shopId);
  if (!shop) return refuse({ code: 'NOT_FOUND' });

  const openingHours = everyDay(daily.from, daily.to);
  await saveTerms(shopId, { openingHours, ...deliveryOf(shop, deliveryMetres) });
  return accept({});
};

const deliveryOf = ({ local }: ShopRecord, withinMetres: number): Pick<ShopRecord, 'local'> =>
  withinMetres === 0 ? {} : { local: { fee: fen(0), from: fen(0), ...local, withinMetres } };
