import { distanceMetres, isWithin } from './geo';

test('metres along the sphere, also over the antimeridian and at a pole', () => {
  expect(distanceMetres([112, 37], [112, 38])).toBeCloseTo((6_378_100 * Math.PI) / 180, 3);
  expect(distanceMetres([179.5, 0], [-179.5, 0])).toBeCloseTo((6_378_100 * Math.PI) / 180, 3);
  expect(distanceMetres([0, 90], [120, 90])).toBeCloseTo(0, 3);
  expect(distanceMetres([0, 0], [180, 0])).toBeCloseTo(6_378_100 * Math.PI, 3);
});

test('a rectangle holds its edges, and may lie across the antimeridian', () => {
  const town = { west: 112, south: 37, east: 113, north: 38 };
  expect(isWithin([112, 38], town)).toBe(true);
  expect(isWithin([111.9, 37.5], town)).toBe(false);
  expect(isWithin([112.5, 38.1], town)).toBe(false);
  const dateLine = { west: 170, south: -10, east: -170, north: 10 };
  expect(isWithin([-180, 0], dateLine)).toBe(true);
  expect(isWithin([175, 0], dateLine)).toBe(true);
  expect(isWithin([0, 0], dateLine)).toBe(false);
});
