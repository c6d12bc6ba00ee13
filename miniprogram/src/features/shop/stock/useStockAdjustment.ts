import type { Output } from '@shared/contract';
import { useState } from 'react';
import { newId } from '@/platform/newId';
import { useAction } from '@/platform/useAction';
import type { AdjustReason } from './reasonText';
import type { Adjusting } from './StockDeed';

export type StockedSku = Output<'shop.listStock'>['skus'][number];

/** What the seller has put into the sheet so far. */
export interface Adjustment {
  sku: StockedSku;
  delta: number;
  reason: AdjustReason;
  note: string;
}

/** One stock adjustment at a time: opening the sheet, filling it in, handing it over. `add` answers whether it was taken. */
export function useStockAdjustment(shopId: string, add: (deed: Adjusting) => Promise<boolean>) {
  const [open, setOpen] = useState<Adjustment>();
  const save = useAction(async ({ sku, delta, reason, note }: Adjustment) => {
    const { skuId } = sku;
    const deed = { kind: 'adjust', shopId, moveId: newId(), skuId, name: nameOf(sku), delta, reason, note } as const;
    if (await add(deed)) setOpen(undefined);
  });
  return {
    adjustment: open,
    busy: save.busy,
    begin: (sku: StockedSku) => setOpen({ sku, delta: 0, reason: 'restock', note: '' }),
    change: (change: Partial<Adjustment>) => setOpen((now) => now && { ...now, ...change }),
    close: () => setOpen(undefined),
    save: () => {
      if (open && open.delta !== 0) void save.run(open);
    },
  };
}

/** A SKU as people call it. */
export const nameOf = ({ productName, choice }: Pick<StockedSku, 'productName' | 'choice'>): string =>
  [productName, ...choice].join(' ');
