import { call } from '@/platform/call';
import { open } from '@/platform/navigate';
import { showSnack } from '@/platform/snacks';
import { type Action, useAction } from '@/platform/useAction';
import { refusalText } from './refusalText';

/** A cart holds at most this many of one SKU (contract). */
const mostOfOne = 99;

/**
 * Puts a SKU into the cart, on top of what lies there, runs `onAdded` and says so. The cart is read first
 * and then told a number, not a difference, so that a repeated call cannot add twice.
 */
export function useAddToCart(onAdded: () => void): Action<[skuId: string, quantity: number]> {
  return useAction(async (skuId, quantity) => {
    const cart = await call('order.getCart', {});
    if (!cart.ok) return showSnack({ text: refusalText(cart.refusal) });

    const before = cart.value.lines.find((line) => line.skuId === skuId)?.quantity ?? 0;
    const reply = await call('order.setCartLine', { skuId, quantity: Math.min(before + quantity, mostOfOne) });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    onAdded();
    showSnack({ text: '已加入购物车', action: { label: '去看看', run: () => open('cart', {}) } });
  });
}
