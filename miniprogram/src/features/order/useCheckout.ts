import type { Refusal } from '@shared/contract';
import { useState } from 'react';
import { call } from '@/platform/call';
import { replaceBy } from '@/platform/navigate';
import { newId } from '@/platform/newId';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { useChosenAddress } from './chosenAddress';
import type { WantedLine } from './lines';
import { payForOrder } from './payForOrder';
import { refusalText } from './refusalText';

/**
 * A checkout with one shop. Its `orderId` is made once and sent with every try, so a try whose answer got lost is found
 * and not ordered twice. What the shopper saw is sent along; a price that moved meanwhile is shown and asked again.
 */
export function useCheckout(shopId: string, lines: WantedLine[]) {
  const preview = useCall('order.previewCheckout', shopId && lines.length > 0 ? { shopId, lines } : null);
  const [orderId, setOrderId] = useState(newId);
  const [note, setNote] = useState('');
  const [changed, setChanged] = useState(false);
  const [shortSkuId, setShortSkuId] = useState<string>();

  const chosenId = useChosenAddress();
  const addresses = preview.data?.addresses ?? [];
  const address =
    addresses.find(({ addressId }) => addressId === chosenId) ??
    addresses.find((each) => each.isDefault) ??
    addresses[0];
  const toPay = preview.data?.price.toPay;

  const placing = useAction(async () => {
    if (toPay === undefined || !address) return;

    const order = { orderId, shopId, lines, addressId: address.addressId, note, seenTotal: toPay };
    const reply = await call('order.placeOrder', order);
    if (!reply.ok) return answerRefusal(reply.refusal);
    try {
      await payForOrder(orderId);
    } finally {
      // Paid or not, the order is there now, and this page must not place it again.
      replaceBy('order', { orderId });
    }
  });

  async function answerRefusal(refusal: Refusal<'order.placeOrder'>): Promise<void> {
    showSnack({ text: refusalText(refusal) });
    if (refusal.code === 'ORDER_ID_TAKEN') return setOrderId(newId());
    setChanged(refusal.code === 'PRICE_CHANGED');
    setShortSkuId(refusal.code === 'OUT_OF_STOCK' ? refusal.skuId : undefined);
    await preview.refresh();
  }

  return { preview, address, note, setNote, toPay, changed, shortSkuId, placing };
}
