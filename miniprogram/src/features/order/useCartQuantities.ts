import { useRef, useState } from 'react';
import { call } from '@/platform/call';
import { faultText } from '@/platform/faultText';
import { showSnack } from '@/platform/snacks';
import { refusalText } from './refusalText';

/**
 * Quantities that were changed on this page and are not yet in the cart the server gave. One call a SKU is on its way
 * at a time and the last wish is sent last, so quick taps cannot overtake each other. `onSettled` reads the cart anew.
 */
export function useCartQuantities(onSettled: () => Promise<void>) {
  const [quantities, show] = useState<ReadonlyMap<string, number>>(new Map());
  const wishes = useRef(new Map<string, number>()).current;
  const sending = useRef(new Set<string>()).current;

  function setQuantity(skuId: string, quantity: number): void {
    wishes.set(skuId, quantity);
    show(new Map(wishes));
    if (!sending.has(skuId)) void send(skuId);
  }

  async function send(skuId: string): Promise<void> {
    sending.add(skuId);
    try {
      let sent: number | undefined;
      while (sent !== wishes.get(skuId)) {
        sent = wishes.get(skuId) ?? 0;
        const reply = await call('order.setCartLine', { skuId, quantity: sent });
        if (!reply.ok) showSnack({ text: refusalText(reply.refusal) });
      }
    } catch (fault) {
      showSnack({ text: faultText(fault) });
    } finally {
      sending.delete(skuId);
      await onSettled().catch(() => undefined);
      if (!sending.has(skuId)) wishes.delete(skuId);
      show(new Map(wishes));
    }
  }
  return { quantities, setQuantity };
}
