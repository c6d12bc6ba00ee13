import { useState } from 'react';
import { showSnack } from '@/platform/snacks';
import { useCall } from '@/platform/useCall';
import { type CartLine, cartGroups } from './cartGroups';
import { useCartQuantities } from './useCartQuantities';

/** The cart by shop, with what is chosen for the next order; a change shows at once and is sent behind it. */
export function useCart() {
  const cart = useCall('order.getCart', {});
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const { quantities, setQuantity } = useCartQuantities(cart.refresh);

  const lines = cart.data?.lines.flatMap((line) => {
    const quantity = quantities.get(line.skuId) ?? line.quantity;
    return quantity === 0 ? [] : [{ ...line, quantity }];
  });
  return {
    cart,
    groups: lines && cartGroups(lines, leftOut),
    setQuantity,
    toggle: (skuIds: readonly string[], chosen: boolean) => {
      const rest = [...leftOut].filter((skuId) => !skuIds.includes(skuId));
      setLeftOut(new Set(chosen ? rest : [...rest, ...skuIds]));
    },
    remove: ({ skuId, quantity, name }: CartLine) => {
      setQuantity(skuId, 0);
      const action = { label: '撤销', run: () => setQuantity(skuId, quantity) };
      showSnack({ text: `已移除 ${name}`, action });
    },
  };
}
