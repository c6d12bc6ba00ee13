import type { Output } from '@shared/contract';
import { useState } from 'react';
import { call } from '@/platform/call';
import { newId } from '@/platform/newId';
import { remember, remembered } from '@/platform/remembered';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { type Counting, deltaOf } from '../StockDeed';
import { nameOf, type StockedSku } from '../useStockAdjustment';
import { useStockDeeds } from '../useStockDeeds';

/** What should lie in the shop of one SKU. */
export type Shelf = Output<'shop.readShelf'>['skus'][number];

/** A SKU that is being counted, and what should be there of it when the counting began. */
export interface CountedSku {
  sku: StockedSku;
  shelf: Shelf;
}

/** Counting a shop's stock: each number is noted with what should be there, and all are booked at once. */
export function useCount(shopId: string, onBooked: () => Promise<void>) {
  const deeds = useStockDeeds(shopId, onBooked);
  const [lines, setLines] = useState<readonly Counting[]>(() => remembered(keyOf(shopId)).flatMap(parsed));
  const [open, setOpen] = useState<CountedSku>();

  // Whoever puts the phone away in the middle finds the numbers again.
  const keep = (next: readonly Counting[]) => {
    setLines(next);
    remember(
      keyOf(shopId),
      next.map((line) => JSON.stringify(line)),
    );
  };
  const begin = useAction(async (sku: StockedSku, known: Shelf | undefined) => {
    const shelf = (await readShelf(shopId, sku.skuId)) ?? known;
    if (shelf) setOpen({ sku, shelf });
    else showSnack({ text: '没有信号，还不知道账面数，请稍后再数' });
  });
  const note = ({ sku, shelf }: CountedSku, counted: number) => {
    const { skuId } = sku;
    // What this phone has not told the shop yet is booked before the count.
    const waiting = deeds.waiting.filter((deed) => deed.skuId === skuId).reduce((sum, deed) => sum + deltaOf(deed), 0);
    const expected = shelf.stock + shelf.held + waiting;
    const line: Counting = { kind: 'count', shopId, moveId: newId(), skuId, name: nameOf(sku), counted, expected };
    keep([...lines.filter((each) => each.skuId !== skuId), line]);
    setOpen(undefined);
  };
  const book = useAction(async () => {
    if (await deeds.add(...lines)) keep([]);
  });
  return {
    deeds,
    lines,
    open,
    begin: (sku: StockedSku, known: Shelf | undefined) => void begin.run(sku, known),
    close: () => setOpen(undefined),
    note,
    book: () => void book.run(),
    busy: begin.busy || book.busy,
  };
}

const keyOf = (shopId: string): string => `count-${shopId}`;

/** `undefined` when nobody can be asked now. */
async function readShelf(shopId: string, skuId: string): Promise<Shelf | undefined> {
  const reply = await call('shop.readShelf', { shopId, skuIds: [skuId] }).catch(() => undefined);
  return reply?.ok ? reply.value.skus[0] : undefined;
}

function parsed(line: string): Counting[] {
  const counting = JSON.parse(line) as Counting;
  return counting.kind === 'count' ? [counting] : [];
}
