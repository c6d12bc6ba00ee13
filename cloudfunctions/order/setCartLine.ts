import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { readSkus } from '../shop/public';
import { cartLimit, readCart, writeCartLine } from './carts';

export const setCartLine: Handler<OrderContract['setCartLine']> = async ({ skuId, quantity }, { openId, now }) => {
  const [cart, [sku]] = await Promise.all([readCart(openId), readSkus([skuId])]);
  if (quantity > 0 && !sku?.onShelf) return refuse({ code: 'NOT_FOUND', what: 'sku' });

  const others = Object.keys(cart?.lines ?? {}).filter((each) => each !== skuId).length;
  if (quantity > 0 && others >= cartLimit) return refuse({ code: 'CART_FULL', limit: cartLimit });

  await writeCartLine(openId, skuId, quantity, cart?.lines[skuId]?.addedAt ?? now);
  return accept({ skuId, quantity, count: others + (quantity > 0 ? 1 : 0) });
};
