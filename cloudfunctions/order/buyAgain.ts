import { accept, refuse } from '../../shared/kernel/operation';
import { boughtOf } from '../../shared/order/boughtOf';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { readSkus } from '../shop/public';
import { addCartLines, cartLimit, readCart } from './carts';
import { readOwnOrder } from './orders';

export const buyAgain: Handler<OrderContract['buyAgain']> = async ({ orderId }, { openId, now }) => {
  const [order, cart] = await Promise.all([readOwnOrder(orderId, openId), readCart(openId)]);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });

  // What was a gift is not bought again.
  const bought = order.lines.flatMap((line) => (boughtOf(line) > 0 ? [{ ...line, quantity: boughtOf(line) }] : []));
  const skus = await readSkus(bought.map(({ skuId }) => skuId));
  const sold = bought.filter(({ skuId }) => skus.some((sku) => sku._id === skuId && sku.onShelf && sku.stock > 0));
  const kept = new Set([...Object.keys(cart?.lines ?? {}), ...sold.map(({ skuId }) => skuId)]);
  if (kept.size > cartLimit) return refuse({ code: 'CART_FULL', limit: cartLimit });

  if (sold.length > 0) await addCartLines(openId, cart, sold, now);
  return accept({ added: sold.length, gone: bought.length - sold.length });
};
