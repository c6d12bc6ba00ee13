import { useState } from 'react';
import { call } from '@/platform/call';
import { newId } from '@/platform/newId';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { refusalText } from '../refusalText';
import type { AdjustReason } from './reasonText';
import type { Adjusting } from './StockDeed';
import { nameOf, type StockedSku } from './useStockAdjustment';

/** As many SKUs as one call takes. */
const most = 30;

/** Many SKUs at once: choosing them, and the same difference or the same threshold for all. */
export function useBulkEdit(
  shopId: string,
  add: (...deeds: readonly Adjusting[]) => Promise<boolean>,
  onChanged: () => Promise<void>,
) {
  const [chosen, setChosen] = useState<readonly StockedSku[]>();
  const [isOpen, setOpen] = useState(false);
  const end = () => {
    setOpen(false);
    setChosen(undefined);
  };
  const adjust = useAction(async (delta: number, reason: AdjustReason) => {
    const deeds = (chosen ?? []).map((sku): Adjusting => {
      const { skuId } = sku;
      return { kind: 'adjust', shopId, moveId: newId(), skuId, name: nameOf(sku), delta, reason, note: '批量' };
    });
    if (await add(...deeds)) end();
  });
  const setLowAt = useAction(async (lowAt: number) => {
    const reply = await call('shop.setLowAt', { shopId, skuIds: (chosen ?? []).map(({ skuId }) => skuId), lowAt });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    showSnack({ text: `${chosen?.length} 款剩 ${lowAt} 件时提醒` });
    end();
    await onChanged();
  });
  return {
    /** `undefined` while nobody chooses. */
    chosen,
    toggle: () => setChosen((now) => (now ? undefined : [])),
    choose: (sku: StockedSku) => setChosen((now) => now && toggled(now, sku)),
    chooseAll: (skus: readonly StockedSku[]) => setChosen(skus.slice(0, most)),
    isOpen,
    begin: () => setOpen(true),
    close: () => setOpen(false),
    busy: adjust.busy || setLowAt.busy,
    adjust: (delta: number, reason: AdjustReason) => void adjust.run(delta, reason),
    setLowAt: (lowAt: number) => void setLowAt.run(lowAt),
  };
}

function toggled(chosen: readonly StockedSku[], sku: StockedSku): readonly StockedSku[] {
  const others = chosen.filter(({ skuId }) => skuId !== sku.skuId);
  if (others.length < chosen.length) return others;
  if (chosen.length < most) return [...chosen, sku];
  showSnack({ text: `一次最多选 ${most} 款` });
  return chosen;
}
