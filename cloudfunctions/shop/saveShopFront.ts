import { findInducement } from '../../shared/fan/findInducements';
import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { findForeignBanner } from './banners';
import { findInCategory } from './products';
import { readShop, saveFront } from './shops';

export const saveShopFront: Handler<ShopContract['saveShopFront']> = async ({ shopId, ...front }) => {
  const { name, slogan, notice, categories, banners = [] } = front;
  const inducement = findInducement({ name, slogan, notice, ...names(categories) });
  if (inducement) return refuse({ code: 'INDUCEMENT', ...inducement });
  const [shop, index] = await Promise.all([readShop(shopId), findForeignBanner(shopId, banners)]);
  if (index >= 0) return refuse({ code: 'BANNER_LEADS_NOWHERE', index });
  const before = shop?.categories ?? [];
  const going = before.filter(({ categoryId }) => !categories.some((each) => each.categoryId === categoryId));
  const used =
    going.length > 0
      ? await findInCategory(
          shopId,
          going.map(({ categoryId }) => categoryId),
        )
      : undefined;
  const kept = going.find(({ categoryId }) => categoryId === used?.categoryId);
  if (kept) return refuse({ code: 'CATEGORY_IN_USE', ...kept });
  await saveFront(shopId, front);
  return accept({});
};

const names = (categories: readonly { name: string }[]): Record<string, string> =>
  Object.fromEntries(categories.map(({ name }, index) => [`categories.${index}.name`, name]));
