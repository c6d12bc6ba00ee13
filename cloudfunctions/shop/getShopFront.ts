import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { readEditedBanners } from './banners';
import { readShop } from './shops';

export const getShopFront: Handler<ShopContract['getShopFront']> = async ({ shopId }) => {
  const shop = await readShop(shopId);
  if (!shop) return refuse({ code: 'NOT_FOUND' });
  const { name, slogan, notice, logo, categories, banners = [] } = shop;
  return accept({ name, slogan, notice, logo, categories, banners: await readEditedBanners(shopId, banners) });
};
