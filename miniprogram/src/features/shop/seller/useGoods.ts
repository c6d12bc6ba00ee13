import type { Output } from '@shared/contract';
import { useState } from 'react';
import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { usePages } from '@/platform/usePages';
import { refusalText } from '../refusalText';

/** A product as its seller's list shows it. */
export type Goods = Output<'shop.listMyProducts'>['products'][number];

/** A shop's goods, and what is done to them from the list. */
export function useGoods(shopId: string) {
  const list = usePages('shop.listMyProducts', { shopId });
  const [moving, setMoving] = useState<string>();
  const shown = list.pages?.flatMap((page) => page.products) ?? [];

  const shelve = useAction(async ({ productId, name }: Pick<Goods, 'productId' | 'name'>, onShelf: boolean) => {
    setMoving(productId);
    try {
      const reply = await call('shop.shelveProduct', { shopId, productId, onShelf });
      if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
      const back = { label: '撤销', run: () => void shelve.run({ productId, name }, !onShelf) };
      showSnack({ text: onShelf ? `「${name}」已上架` : `「${name}」已下架，顾客看不到了`, action: back });
      await list.refresh();
    } finally {
      setMoving(undefined);
    }
  });

  const raise = useAction(async ({ productId }: Goods) => {
    const above = shown[shown.findIndex((each) => each.productId === productId) - 1];
    if (!above) return;
    const reply = await call('shop.arrangeProducts', { shopId, productIds: [productId, above.productId] });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    await list.refresh();
  });

  return {
    list,
    shown,
    moving,
    shelve: (goods: Goods) => void shelve.run(goods, !goods.onShelf),
    /** One place up. */
    raise: (goods: Goods) => void raise.run(goods),
  };
}
