import type { Output } from '@shared/contract';
import { chinaDay, oneDay } from '@shared/kernel/chinaTime';
import { useState } from 'react';
import { useCall } from '@/platform/useCall';

/** What `order.getSales` answers. */
export type Sales = Output<'order.getSales'>;

/** How many days are looked at, today included. */
export const ranges = { today: 1, week: 7, month: 28 } as const;
export type Range = keyof typeof ranges;

/** What a shop sold in the chosen days. */
export function useSales(shopId: string) {
  const [range, choose] = useState<Range>('week');
  // Fixed while the page is open: at midnight the answer would otherwise not be the one that was asked for.
  const [today] = useState(() => Date.now());
  const from = chinaDay(today - (ranges[range] - 1) * oneDay);
  const sales = useCall('order.getSales', { shopId, from, to: chinaDay(today) }, { keepBefore: true });
  return { range, choose, sales };
}
