import { call } from '@/platform/call';
import { open } from '@/platform/navigate';
import { showSnack } from '@/platform/snacks';
import { type Action, useAction } from '@/platform/useAction';
import { refusalText } from './refusalText';

/** Puts a SKU into the cart, on top of what lies there, and says so; `onAdded` runs after that. */
export function useAddToCart(onAdded: () => void): Action<[skuId: string, quantity: number]> {
  return useAction(async (skuId, quantity) => {
    const reply = await call('order.setCartLine', { skuId, quantity, mode: 'add' });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    showSnack({ text: '已加入购物车', action: { label: '去看看', run: () => open('cart', {}) } });
    onAdded();
  });
}
