import type { Output } from '@shared/contract';
import type { Carrier } from '@shared/order/carriers';
import { useState } from 'react';
import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { refusalText } from './refusalText';

export type ShopOrder = Output<'order.listShopOrders'>['orders'][number];

/** What the seller has put into the shipping sheet so far. */
export interface Shipping {
  order: ShopOrder;
  carrier: Carrier;
  trackingNumber: string;
}

/** Letters and digits, 8 to 30 of them, as the contract has it. */
const isNumber = (text: string): boolean => /^[A-Za-z0-9]{8,30}$/.test(text.trim());

/** Sending off one order at a time: opening the sheet, and telling the shop. `onShipped` reads the list anew. */
export function useShipping(shopId: string, onShipped: () => Promise<void>) {
  const [open, setOpen] = useState<Shipping>();

  const send = useAction(async ({ order, carrier, trackingNumber }: Shipping) => {
    const { orderId } = order;
    const parcels = [{ carrier, trackingNumber: trackingNumber.trim() }];
    const reply = await call('order.shipOrder', { shopId, orderId, parcels });
    showSnack({ text: reply.ok ? '已发货，买家会看到单号' : refusalText(reply.refusal) });
    if (reply.ok) setOpen(undefined);
    await onShipped();
  });

  return {
    shipping: open,
    ready: open !== undefined && isNumber(open.trackingNumber),
    busy: send.busy,
    begin: (order: ShopOrder) => setOpen((last) => ({ order, carrier: last?.carrier ?? 'SF', trackingNumber: '' })),
    change: (change: Partial<Shipping>) => setOpen((now) => now && { ...now, ...change }),
    close: () => setOpen(undefined),
    send: () => {
      if (open && isNumber(open.trackingNumber)) void send.run(open);
    },
  };
}
