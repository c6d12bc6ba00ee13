import { aboutDistanceText, distanceText, walkText } from './distanceText';

test('metres, then tenths of kilometres, then kilometres', () => {
  expect([0, 80, 999, 1_000, 1_249, 9_949, 36_400].map(distanceText)).toEqual([
    '0 米',
    '80 米',
    '999 米',
    '1.0 公里',
    '1.2 公里',
    '9.9 公里',
    '36 公里',
  ]);
});

test('from a blurred place nothing finer than a kilometre is said', () => {
  expect([80, 1_400, 36_400].map(aboutDistanceText)).toEqual(['1 公里内', '约 1 公里', '约 36 公里']);
});

test('a walk of minutes, never none; far away, nobody walks', () => {
  expect([10, 560, 1_400, 2_000].map(walkText)).toEqual([
    '步行约 1 分钟',
    '步行约 10 分钟',
    '步行约 25 分钟',
    undefined,
  ]);
});
