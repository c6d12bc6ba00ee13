import type { Output } from '@shared/contract';
import type { Fen } from '@shared/kernel/money';
import { useState } from 'react';
import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { usePages } from '@/platform/usePages';
import { refusalText } from './refusalText';

/** A SKU with what it costs, and what it costs members. */
export type PricedSku = Output<'shop.listStock'>['skus'][number];

/** A shop's prices for members, and the SKU whose price is being set. */
export function useMemberPrices(shopId: string) {
  const list = usePages('shop.listStock', { shopId });
  const [chosen, choose] = useState<PricedSku>();
  const setting = useAction(async ({ skuId }: PricedSku, followerPrice: Fen | undefined) => {
    const price = followerPrice !== undefined && { followerPrice };
    const reply = await call('shop.setFollowerPrice', { shopId, skuId, ...price });
    if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
    choose(undefined);
    showSnack({ text: price ? '会员价已保存' : '已恢复原价' });
    await list.refresh();
  });
  return { list, chosen, choose, busy: setting.busy, set: setting.run };
}
