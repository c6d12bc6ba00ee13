import { parseYuan } from './parseYuan';

test.each([
  ['12', 1200],
  ['12.3', 1230],
  ['12.34', 1234],
  ['0.29', 29],
  [' 8. ', 800],
])('%p is %p fen', (text, amount) => expect(parseYuan(text)).toBe(amount));

test.each(['', '.5', '1.234', '-1', '1e3', '十元', '12345678'])('%p is no amount', (text) =>
  expect(parseYuan(text)).toBeUndefined());
