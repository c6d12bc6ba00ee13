import { opensText } from './openText';

/** A moment in UTC+8; 2026-11-23 is a Monday. */
const at = (text: string): number => Date.parse(`${text}+08:00`);

test('today, tomorrow, or on a day of the week', () => {
  expect(opensText(at('2026-11-23T08:30'), at('2026-11-23T06:10'))).toBe('08:30 开门');
  expect(opensText(at('2026-11-24T06:30'), at('2026-11-23T22:00'))).toBe('明天 06:30 开门');
  expect(opensText(at('2026-11-30T09:00'), at('2026-11-27T18:00'))).toBe('周一 09:00 开门');
  expect(opensText(at('2026-11-30T09:00'), at('2026-11-23T12:00'))).toBe('周一 09:00 开门');
});
