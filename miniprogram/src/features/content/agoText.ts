import dayjs from 'dayjs';

/** How long ago something was said, as people say it: `刚刚`, `12 分钟前`, `昨天`, `11 月 3 日`. Both in ms since 1970. */
export function agoText(at: number, now: number): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return '刚刚';
  if (minutes < 60) return `${minutes} 分钟前`;
  const days = dayjs(now).startOf('day').diff(dayjs(at).startOf('day'), 'day');
  if (days === 0) return `${Math.floor(minutes / 60)} 小时前`;
  if (days === 1) return '昨天';
  if (days < 7) return `${days} 天前`;
  return dayjs(at).format(dayjs(at).year() === dayjs(now).year() ? 'M 月 D 日' : 'YYYY 年 M 月 D 日');
}
