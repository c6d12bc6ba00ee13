import type { Validity } from '@shared/coupon/claim';
import dayjs from 'dayjs';

/** How long a coupon will be good for once somebody claims it. */
export const validityText = (validity: Validity): string =>
  validity.kind === 'days' ? `领取后 ${validity.days} 天内有效` : periodText(validity.from, validity.until);

/** From when until when, in days of the phone's own time: `2026.11.22 – 12.21`, with the year again when it is another. */
export function periodText(from: number, until: number): string {
  const [first, last] = [dayjs(from), dayjs(until - 1)];
  return `${first.format('YYYY.MM.DD')} – ${last.format(last.year() === first.year() ? 'MM.DD' : 'YYYY.MM.DD')}`;
}
