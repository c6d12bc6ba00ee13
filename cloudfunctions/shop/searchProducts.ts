import { accept } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { readFollowBenefit } from '../fan/public';
import { withFollowerPrices } from './followerPrices';
import { readProductPage } from './products';

export const searchProducts: Handler<ShopContract['searchProducts']> = async (wanted) => {
  const [page, benefit] = await Promise.all([readProductPage(wanted), readFollowBenefit(wanted.shopId)]);
  return accept(withFollowerPrices(page, benefit));
};
