import { nearestTown } from './towns';

test('the nearest town, and whether one is far from all of them', () => {
  expect(nearestTown([112.56, 37.73])).toMatchObject({ town: { name: '太原 · 小店' }, isFar: false });
  const paris = nearestTown([2.35, 48.86]);
  expect(paris.isFar).toBe(true);
  expect(paris.metres).toBeGreaterThan(7_500_000);
});
