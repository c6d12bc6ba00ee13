import type { Output } from '@shared/contract';
import { useState } from 'react';
import { call } from '@/platform/call';
import { newId } from '@/platform/newId';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import type { AdjustReason } from './reasonText';
import { refusalText } from './refusalText';

export type StockedSku = Output<'shop.listStock'>['skus'][number];

/** What the seller has put into the sheet so far. */
export interface Adjustment {
  sku: StockedSku;
  /** Made when the sheet opens: a retry after a lost answer is the same move and counts once. */
  moveId: string;
  delta: number;
  reason: AdjustReason;
  note: string;
}

/** One stock adjustment at a time: opening the sheet, sending it, and taking it back. `onChanged` reads the list anew. */
export function useStockAdjustment(shopId: string, onChanged: () => Promise<void>) {
  const [open, setOpen] = useState<Adjustment>();

  const undo = useAction(async (moveId: string) => {
    const reply = await call('shop.undoAdjustment', { shopId, moveId });
    showSnack({ text: reply.ok ? `已撤销，库存恢复为 ${reply.value.stock} 件` : refusalText(reply.refusal) });
    await onChanged();
  });

  const send = useAction(async ({ sku, moveId, delta, reason, note }: Adjustment) => {
    const reply = await call('shop.adjustStock', { shopId, moveId, skuId: sku.skuId, delta, reason, note });
    if (!reply.ok) {
      showSnack({ text: refusalText(reply.refusal) });
      return;
    }
    setOpen(undefined);
    const text = `${sku.productName} 现有 ${reply.value.stock} 件`;
    showSnack({ text, action: { label: '撤销', run: () => void undo.run(moveId) } });
    await onChanged();
  });

  return {
    adjustment: open,
    busy: send.busy,
    begin: (sku: StockedSku) => setOpen({ sku, moveId: newId(), delta: 0, reason: 'restock', note: '' }),
    change: (change: Partial<Adjustment>) => setOpen((now) => now && { ...now, ...change }),
    close: () => setOpen(undefined),
    send: () => {
      if (open && open.delta !== 0) void send.run(open);
    },
  };
}
