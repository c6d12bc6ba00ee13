import type { Validity } from '@shared/coupon/claim';
import dayjs from 'dayjs';

/** How long a coupon will be good for once somebody claims it. */
export const validityText = (validity: Validity): string =>
  validity.kind === 'days' ? `领取后 ${validity.days} 天内有效` : periodText(validity.from, validity.until);

/** From when until when, in days of the phone's own time: `11.22 – 12.21`. */
export const periodText = (from: number, until: number): string => `${dayText(from)} – ${dayText(until - 1)}`;

const dayText = (moment: number): string => dayjs(moment).format('YYYY.MM.DD');
