import { centreOf, isInside, widened, widthOf } from './rectangle';

const town = { west: 112, south: 37, east: 113, north: 38 };
const fiji = { west: 179, south: -18, east: -179, north: -16 };

test('width and middle, also across the antimeridian', () => {
  expect([widthOf(town), widthOf(fiji)]).toEqual([1, 2]);
  expect(centreOf(town)).toEqual([112.5, 37.5]);
  expect(centreOf(fiji)).toEqual([-180, -17]);
});

test('widened on all sides, to the poles and once around the globe at most', () => {
  expect(widened(town, 0.5)).toEqual({ west: 111.5, south: 36.5, east: 113.5, north: 38.5 });
  expect(widened(fiji, 0.5)).toEqual({ west: 178, south: -19, east: -178, north: -15 });
  expect(widened({ west: -100, south: -60, east: 100, north: 80 }, 0.5)).toEqual({
    west: -180,
    south: -90,
    east: 180,
    north: 90,
  });
});

test('inside, or not by an edge', () => {
  expect(isInside(town, widened(town, 0.1))).toBe(true);
  expect(isInside({ ...town, north: 38.2 }, widened(town, 0.1))).toBe(false);
  expect(isInside(widened(fiji, 0.1), fiji)).toBe(false);
  // Both ends lie in it, and it goes round the other way.
  expect(isInside({ west: 112.8, south: 37.2, east: 112.2, north: 37.4 }, town)).toBe(false);
});
