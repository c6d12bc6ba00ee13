import { distanceMetres } from './geo';

test('metres along the sphere, also over the antimeridian and at a pole', () => {
  expect(distanceMetres([112, 37], [112, 38])).toBeCloseTo((6_378_100 * Math.PI) / 180, 3);
  expect(distanceMetres([179.5, 0], [-179.5, 0])).toBeCloseTo((6_378_100 * Math.PI) / 180, 3);
  expect(distanceMetres([0, 90], [120, 90])).toBeCloseTo(0, 3);
  expect(distanceMetres([0, 0], [180, 0])).toBeCloseTo(6_378_100 * Math.PI, 3);
});
