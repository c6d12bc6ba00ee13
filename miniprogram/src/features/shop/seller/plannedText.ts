import { chinaMomentText } from '@shared/kernel/chinaTime';
import type { Shelving } from '@shared/shop/shelving';

/** What is planned of a shelf: `10月1日 09:00 上架，10月8日 00:00 下架`; empty where nothing is. */
export const plannedText = ({ shelveFrom, shelveUntil }: Omit<Shelving, 'onShelf'>): string =>
  [
    ...(shelveFrom === undefined ? [] : [`${chinaMomentText(shelveFrom)} 上架`]),
    ...(shelveUntil === undefined ? [] : [`${chinaMomentText(shelveUntil)} 下架`]),
  ].join('，');
