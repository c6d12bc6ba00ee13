import type { OrderContract } from './order/contract';
import type { ShopContract } from './shop/contract';

/** Every operation of the storefront, by the domain that serves it. */
export interface StorefrontContract {
  shop: ShopContract;
  order: OrderContract;
}
