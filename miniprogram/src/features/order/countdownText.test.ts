import { countdownText } from './countdownText';

test.each([
  [15 * 60_000, '15:00'],
  [899_001, '15:00'],
  [61_000, '01:01'],
  [1, '00:01'],
  [0, '00:00'],
  [-5_000, '00:00'],
])('%p ms are left: %p', (left, text) => {
  expect(countdownText(left)).toBe(text);
});
