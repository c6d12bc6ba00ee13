import { zoomToShow } from './zoomToShow';

test('as near as all places stay in sight, within limits', () => {
  const at = (longitude: number, latitude = 37.87) => ({ longitude, latitude });
  expect(zoomToShow([112.55, 37.87], [at(112.55)])).toBe(16.5);
  expect(zoomToShow([112.55, 37.87], [at(112.551), at(112.56)])).toBe(14);
  expect(zoomToShow([112.55, 37.87], [at(112.55, 37.88)])).toBe(13.5);
  expect(zoomToShow([112.55, 37.87], [at(2.35, 48.8)])).toBe(8);
});
