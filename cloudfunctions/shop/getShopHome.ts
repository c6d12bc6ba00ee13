import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { hoursText } from '../../shared/shop/openingHours';
import type { Handler } from '../_runtime/serve';
import { readFollowBenefit } from '../fan/public';
import { readShownBanners } from './banners';
import { withFollowerPrices } from './followerPrices';
import { readProductPage } from './products';
import { offerOf, readShop } from './shops';

export const getShopHome: Handler<ShopContract['getShopHome']> = async ({ shopId }) => {
  const [shop, featured, benefit] = await Promise.all([
    readShop(shopId),
    readProductPage({ shopId }),
    readFollowBenefit(shopId),
  ]);
  if (!shop) return refuse({ code: 'NOT_FOUND' });

  const { _id, name, slogan, notice, logo, address, location, openingHours, categories, banners = [] } = shop;
  const [longitude, latitude] = location.coordinates;
  return accept({
    shop: {
      shopId: _id,
      name,
      slogan,
      notice,
      logo,
      address,
      place: { longitude, latitude },
      openingHours: hoursText(openingHours),
      ...offerOf(shop),
    },
    // Waits once more where banners lead to products or articles, which are to be there.
    banners: await readShownBanners(banners),
    categories,
    featured: withFollowerPrices(featured, benefit),
  });
};
