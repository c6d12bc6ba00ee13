import { minuteOfWeek } from '@shared/shop/openingHours';

/** When a closed shop opens, for people: `08:30 开门`, `明天 06:30 开门`, `周一 09:00 开门`. Both are ms since 1970. */
export function opensText(opensAt: number, now: number): string {
  const [opens, today] = [minuteOfWeek(opensAt), Math.floor(minuteOfWeek(now) / minutesPerDay)];
  const day = Math.floor(opens / minutesPerDay);
  const time = [Math.floor((opens % minutesPerDay) / 60), opens % 60].map((part) => String(part).padStart(2, '0'));
  const soon = opensAt - now < minutesPerDay * 60_000;
  const when = day === today && soon ? '' : soon ? '明天 ' : `周${'一二三四五六日'[day]} `;
  return `${when}${time.join(':')} 开门`;
}

const minutesPerDay = 1_440;
