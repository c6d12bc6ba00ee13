/** A place on earth in degrees, GCJ-02, as WeChat's maps and our records have it. */
export type Place = readonly [longitude: number, latitude: number];

/** Radius of the sphere that the database measures on, in metres. */
const earthRadius = 6_378_100;

/** Metres between two places along the sphere. */
export function distanceMetres([fromLongitude, fromLatitude]: Place, [toLongitude, toLatitude]: Place): number {
  const radians = Math.PI / 180;
  const half = (degrees: number) => Math.sin((degrees * radians) / 2) ** 2;
  const chord =
    half(toLatitude - fromLatitude) +
    Math.cos(fromLatitude * radians) * Math.cos(toLatitude * radians) * half(toLongitude - fromLongitude);
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** A part of the map in degrees. `west` > `east` means that it lies across the antimeridian. */
export interface Rectangle {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Whether a place lies in a rectangle or on its edge. */
export function isWithin([longitude, latitude]: Place, { west, south, east, north }: Rectangle): boolean {
  if (latitude < south || latitude > north) return false;
  return west <= east ? west <= longitude && longitude <= east : longitude >= west || longitude <= east;
}
