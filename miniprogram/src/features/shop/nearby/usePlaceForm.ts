import { useState } from 'react';
import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { refusalText } from '../refusalText';
import type { CardShop } from './CardShop';

/** What an owner can change about where and when a shop is found. */
export interface PlaceDraft {
  place: CardShop['place'];
  address: string;
  /** The same every day; undefined where days differ, which stays so until somebody sets it. */
  daily: { from: string; to: string } | undefined;
  deliveryMetres: number;
}

/** A shop's place, hours and delivery radius, as they are and as the owner is changing them. */
export function usePlaceForm(shopId: string | undefined) {
  const saved = useCall('shop.getShopPlace', shopId ? { shopId } : null);
  const [changed, setChanged] = useState<Partial<PlaceDraft>>({});
  const draft = saved.data && { ...saved.data, daily: saved.data.daily, ...changed };

  const saving = useAction(async () => {
    if (!shopId || !draft) return;
    for (const reply of await sendChanges(shopId, draft, changed)) {
      if (reply.ok) continue;
      showSnack({ text: refusalText(reply.refusal) });
      return;
    }
    await saved.refresh();
    setChanged({});
    showSnack({ text: '已保存，地图和列表马上就是新的' });
  });
  return {
    saved,
    draft,
    isChanged: Object.keys(changed).length > 0,
    problem: draft?.address.trim() ? undefined : '请填写地址，顾客要靠它找门',
    busy: saving.busy,
    change: (change: Partial<PlaceDraft>) => setChanged((before) => ({ ...before, ...change })),
    save: () => void saving.run(),
  };
}

async function sendChanges(shopId: string, draft: PlaceDraft, changed: Partial<PlaceDraft>) {
  const { place, address, daily, deliveryMetres } = draft;
  const moves = changed.place !== undefined || changed.address !== undefined;
  const retimes = changed.daily !== undefined || changed.deliveryMetres !== undefined;
  return [
    ...(moves ? [await call('shop.placeShop', { shopId, place, address: address.trim() })] : []),
    ...(retimes && daily ? [await call('shop.saveShopHours', { shopId, daily, deliveryMetres })] : []),
  ];
}
