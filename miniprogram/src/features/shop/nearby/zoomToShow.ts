import type { Place } from '@shared/kernel/geo';
import { pointOf } from './mercator';

/** What is surely in sight around the middle of a map on the narrowest phone, in px to each side. */
const reach = { x: 130, y: 120 };
/** No nearer than a street, no farther than a province. */
const limits = { nearest: 16.5, farthest: 8 };

/** The zoom, in half steps, at which all these places are in sight of a map with this middle. */
export function zoomToShow(
  [longitude, latitude]: Place,
  places: readonly { longitude: number; latitude: number }[],
): number {
  const middle = pointOf({ longitude, latitude }, 0);
  const zooms = places.map((place) => {
    const { x, y } = pointOf(place, 0);
    return Math.log2(Math.min(reach.x / Math.abs(x - middle.x), reach.y / Math.abs(y - middle.y)));
  });
  const zoom = Math.floor(Math.min(...zooms) * 2) / 2;
  return Math.max(limits.farthest, Math.min(limits.nearest, zoom));
}
