import type { TodayNeed } from '@/features/shop/today/todayNeeds';

/** Where somebody is on the desk: one of its parts, and what it shows to begin with. */
export interface DeskPlace {
  part: 'today' | 'orders' | 'stock' | 'more';
  need?: 'answer' | 'ship' | 'handOver';
  show?: 'low' | 'out';
}

/** Where on the desk something is done; comments have a page of their own. */
export function placeOf(need: TodayNeed['key']): DeskPlace | 'comments' {
  switch (need) {
    case 'stuckRefunds':
    case 'answer':
      return { part: 'orders', need: 'answer' };
    case 'ship':
      return { part: 'orders', need: 'ship' };
    case 'prepare':
    case 'handOver':
      return { part: 'orders', need: 'handOver' };
    case 'low':
    case 'out':
      return { part: 'stock', show: need };
    case 'comments':
      return 'comments';
    default:
      return need satisfies never;
  }
}
