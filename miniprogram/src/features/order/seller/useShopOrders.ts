import type { Output } from '@shared/contract';
import type { SellerNeed } from '@shared/order/sellerNeeds';
import type { Parcel } from '@shared/order/shapes';
import { useState } from 'react';
import { ask } from '@/platform/ask';
import { usePages } from '@/platform/usePages';
import { tell } from '../tell';
import { useDeed } from '../useDeed';
import { useHandOver } from './useHandOver';

export type ShopOrder = Output<'order.listShopOrders'>['orders'][number];

/** Which of a shop's orders are shown: those that need something of it, or all. */
export type ShownNeed = SellerNeed | 'all';

/** A shop's orders in a list, and what staff do from there: send one off, hand one over at the counter. */
export function useShopOrders(shopId: string, need: ShownNeed, words: string) {
  const list = usePages('order.listShopOrders', {
    shopId,
    ...(need !== 'all' && { needs: need }),
    ...(words && { words }),
  });
  const [shipping, setShipping] = useState<ShopOrder>();
  const deed = useDeed(list.refresh);

  const ship = ({ orderId }: ShopOrder, parcels: Parcel[]) =>
    deed.run(
      () => tell('order.shipOrder', { shopId, orderId, parcels }, '已发货，买家会看到'),
      () => setShipping(undefined),
    );
  return {
    list,
    orders: list.pages?.flatMap((page) => page.orders),
    busy: deed.busy,
    shipping,
    /** The shop's own delivery has no number to ask for. */
    beginShipping: async (order: ShopOrder) => {
      if (order.way !== 'local') return setShipping(order);
      if (await ask(reallySetOff)) await ship(order, []);
    },
    closeShipping: () => setShipping(undefined),
    ship,
    handOver: useHandOver(shopId, list.refresh),
  };
}

const reallySetOff = {
  title: '现在送出？',
  text: '买家会看到订单已在路上。',
  agree: '开始配送',
  keep: '再等等',
};
