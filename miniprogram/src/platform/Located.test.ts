import { blurred } from './Located';

test('a fuzzy place is rounded to hundredths of a degree, on both sides of zero', () => {
  expect(blurred([112.556712, 37.870649])).toEqual([112.56, 37.87]);
  expect(blurred([-0.126, -33.866])).toEqual([-0.13, -33.87]);
});
