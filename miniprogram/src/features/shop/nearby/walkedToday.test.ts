import { walkFromLines, walkOn, walkToLines } from './walkedToday';

const noon = Date.parse('2026-11-23T12:00+08:00');
const shop = (shopId: string, longitude: number) => ({
  shopId,
  name: '面馆',
  trade: 'noodles' as const,
  place: { longitude, latitude: 37.87 },
});
/** The second lies 44 m from the first, the third 880 m. */
const shops = [shop('one', 112.55), shop('two', 112.5505), shop('far', 112.56)];

test('who is within 60 m passes; a shop is passed once; a place where nothing is changes nothing', () => {
  const first = walkOn(walkFromLines([], noon), [112.55, 37.87], shops, noon);
  expect(first.shopIds).toEqual(['one', 'two']);
  expect(walkOn(first, [112.56, 37.87], shops, noon + 600_000).shopIds).toEqual(['one', 'two', 'far']);
  expect(walkOn(first, [112.57, 37.87], shops, noon)).toBe(first);
});

test('it lasts until midnight in UTC+8, on the phone and while the page is open', () => {
  const walk = walkOn(walkFromLines([], noon), [112.55, 37.87], shops, noon);
  expect(walkFromLines(walkToLines(walk), noon + 11.9 * 3_600_000)).toEqual(walk);
  expect(walkFromLines(walkToLines(walk), noon + 12 * 3_600_000).shopIds).toEqual([]);
  expect(walkOn(walk, [112.56, 37.87], shops, noon + 12 * 3_600_000).shopIds).toEqual(['far']);
});

test('what is kept says nothing of where the person was', () => {
  const walk = walkOn(walkFromLines([], noon), [112.55, 37.87], shops, noon);
  expect(walkToLines(walk).join()).not.toMatch(/112|37\.87/);
});
