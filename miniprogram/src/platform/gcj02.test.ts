import { gcj02 } from './gcj02';

test('a place in Shanghai is shifted as the known pair says; one abroad is not', () => {
  const [longitude, latitude] = gcj02([121.5272106, 31.1774276]);
  expect(longitude).toBeCloseTo(121.531541859215, 6);
  expect(latitude).toBeCloseTo(31.17530398364597, 6);
  expect(gcj02([2.35, 48.85])).toEqual([2.35, 48.85]);
});
