import type { Output } from '@shared/contract';
import type { IconName } from '@/ui/Icon';

type Needs = Output<'shop.getToday'>['needs'];

/** Something that waits for the shop, and where it is done. */
export interface TodayNeed {
  key: keyof Needs;
  text: string;
  icon: IconName;
  count: number;
  /** Money or a buyer waits. */
  urgent: boolean;
}

const kinds: readonly Omit<TodayNeed, 'count'>[] = [
  { key: 'stuckRefunds', text: '退款没退成', icon: 'alert', urgent: true },
  { key: 'answer', text: '售后待处理', icon: 'message', urgent: true },
  { key: 'ship', text: '待发货', icon: 'truck', urgent: true },
  { key: 'prepare', text: '自提待备货', icon: 'bag', urgent: true },
  { key: 'handOver', text: '待核销', icon: 'scan', urgent: false },
  { key: 'out', text: '已售罄', icon: 'amphora', urgent: false },
  { key: 'low', text: '库存偏低', icon: 'chart', urgent: false },
  { key: 'comments', text: '留言待审', icon: 'newspaper', urgent: false },
];

/** What waits for the shop, the most urgent first; what is nothing is left out. */
export const todayNeeds = (needs: Needs): TodayNeed[] =>
  kinds.map((kind) => ({ ...kind, count: needs[kind.key] })).filter(({ count }) => count > 0);
