import { accept } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { readProductPage } from './products';

export const searchProducts: Handler<ShopContract['searchProducts']> = async (wanted) =>
  accept(await readProductPage(wanted));
