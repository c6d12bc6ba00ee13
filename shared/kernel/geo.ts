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
