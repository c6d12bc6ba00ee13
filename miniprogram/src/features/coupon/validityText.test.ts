import { periodText, validityText } from './validityText';

const at = (year: number, month: number, day: number) => new Date(year, month - 1, day).getTime();

test('a period ends with its last whole day, and names the year again when it is another', () => {
  expect(periodText(at(2026, 11, 22), at(2026, 12, 22))).toBe('2026.11.22 – 12.21');
  expect(periodText(at(2026, 12, 20), at(2027, 1, 3))).toBe('2026.12.20 – 2027.01.02');
  expect(validityText({ kind: 'days', days: 7 })).toBe('领取后 7 天内有效');
});
