import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { dailyHours, hoursText } from '../../shared/shop/openingHours';
import type { Handler } from '../_runtime/serve';
import { readShop } from './shops';

export const getShopPlace: Handler<ShopContract['getShopPlace']> = async ({ shopId }) => {
  const shop = await readShop(shopId);
  if (!shop) return refuse({ code: 'NOT_FOUND' });

  const { name, trade, logo, address, location, openingHours, local } = shop;
  const [longitude, latitude] = location.coordinates;
  const daily = dailyHours(openingHours);
  return accept({
    name,
    trade,
    logo,
    place: { longitude, latitude },
    address,
    hours: hoursText(openingHours),
    ...(daily && { daily }),
    deliveryMetres: local?.withinMetres ?? 0,
  });
};
