import { agoText } from './agoText';

const now = new Date(2026, 10, 22, 15, 0).getTime();
const minute = 60_000;
const hour = 60 * minute;

test.each([
  [now - 20_000, '刚刚'],
  [now + minute, '刚刚'],
  [now - 12 * minute, '12 分钟前'],
  [now - 14 * hour, '14 小时前'],
  [now - 16 * hour, '昨天'],
  [now - 3 * 24 * hour, '3 天前'],
  [new Date(2026, 9, 3).getTime(), '10 月 3 日'],
  [new Date(2025, 11, 31).getTime(), '2025 年 12 月 31 日'],
])('%d is %s', (at, text) => expect(agoText(at, now)).toBe(text));
