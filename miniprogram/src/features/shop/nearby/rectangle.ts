import { isWithin, type Place, type Rectangle } from '@shared/kernel/geo';

/** Degrees of longitude from a rectangle's west edge to its east edge, across the antimeridian if need be. */
export const widthOf = ({ west, east }: Rectangle): number => (east >= west ? east - west : east - west + 360);

/** The middle of a rectangle. */
export const centreOf = (rectangle: Rectangle): Place => [
  wrapped(rectangle.west + widthOf(rectangle) / 2),
  (rectangle.south + rectangle.north) / 2,
];

/** A rectangle with `share` of its width and height added on each side; it ends at the poles, and goes round at most once. */
export function widened(rectangle: Rectangle, share: number): Rectangle {
  const { west, south, east, north } = rectangle;
  const [width, height] = [widthOf(rectangle), north - south];
  const around = width * (1 + 2 * share) >= 360;
  return {
    west: around ? -180 : wrapped(west - width * share),
    south: Math.max(-90, south - height * share),
    east: around ? 180 : wrapped(east + width * share),
    north: Math.min(90, north + height * share),
  };
}

/** Whether all of `inner` lies in `outer`. */
export const isInside = (inner: Rectangle, outer: Rectangle): boolean =>
  widthOf(inner) <= widthOf(outer) &&
  isWithin([inner.west, inner.south], outer) &&
  isWithin([inner.east, inner.north], outer);

/** A longitude between −180 and 180 degrees. */
export const wrapped = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180;
