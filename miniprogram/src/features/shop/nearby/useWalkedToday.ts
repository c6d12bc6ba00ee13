import type { Place } from '@shared/kernel/geo';
import { useEffect, useState } from 'react';
import { locationChoice } from '@/platform/locationChoice';
import { remember, remembered } from '@/platform/remembered';
import type { CardShop } from './CardShop';
import { walkFromLines, walkOn, walkToLines } from './walkedToday';

const storageKey = 'walked-today';

/** Which shops the person passed today; only a build that may know places precisely can tell, and only this phone keeps it. */
export function useWalkedToday(me: Place | undefined, cards: readonly CardShop[]): (shopId: string) => boolean {
  const [walk, setWalk] = useState(() => walkFromLines(remembered(storageKey), Date.now()));
  useEffect(() => {
    if (locationChoice !== 'precise' || !me) return;
    const next = walkOn(walk, me, cards, Date.now());
    if (next === walk) return;
    setWalk(next);
    remember(storageKey, walkToLines(next));
  }, [me, cards, walk]);
  return (shopId) => walk.shopIds.includes(shopId);
}
