/** MongoDB's earth: `$centerSphere` radians, `$maxDistance` and distances in metres all use this radius. */
export const earthRadius = 6_378_100;

/** GeoJSON order: longitude, latitude, in degrees. */
export type Position = readonly [longitude: number, latitude: number];

/** A ring of a GeoJSON polygon: the last position repeats the first. Edges are great circle arcs, as in MongoDB. */
export type Ring = readonly Position[];

/** Great circle distance in metres (haversine). */
export function distance(from: Position, to: Position): number {
  const dLat = radians(to[1] - from[1]);
  const dLng = radians(to[0] - from[0]);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(from[1])) * Math.cos(radians(to[1])) * Math.sin(dLng / 2) ** 2;
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)));
}

/**
 * Whether a position is inside a ring smaller than a hemisphere, wherever it lies: across the antimeridian, around a pole.
 * Counts the edges crossed on the way to a point outside. A corner is inside; elsewhere on the border either may be said.
 */
export function insideRing(position: Position, ring: Ring): boolean {
  if (ring.some((corner) => corner[0] === position[0] && corner[1] === position[1])) return true;
  const corners = ring.map(vector);
  const inside = vector(position);
  const outside = pointOutside(corners);
  let crossings = 0;
  for (const [a, b] of edges(corners)) if (arcsCross(inside, outside, a, b)) crossings++;
  return crossings % 2 === 1;
}

/** Whether any edge of one ring crosses any edge of the other. Touching is not crossing. */
export function ringsCross(one: Ring, other: Ring): boolean {
  const others = edges(other.map(vector));
  return edges(one.map(vector)).some(([a, b]) => others.some(([c, d]) => arcsCross(a, b, c, d)));
}

/** The least and greatest latitude (degrees) on the great circle arc between two positions: arcs bulge towards a pole. */
export function latitudesOfArc(from: Position, to: Position): readonly [south: number, north: number] {
  const [a, b] = [vector(from), vector(to)];
  const normal = cross(a, b);
  // Where the circle is closest to the north pole; its antipode is closest to the south pole.
  const top = cross(cross(normal, [0, 0, 1]), normal);
  const apex = degrees(Math.atan2(top[2], Math.hypot(top[0], top[1])));
  const [low, high] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
  const within = (p: Vector) => dot(cross(a, p), normal) > 0 && dot(cross(p, b), normal) > 0;
  const bottom: Vector = [-top[0], -top[1], -top[2]];
  return [within(bottom) ? Math.min(low, -Math.abs(apex)) : low, within(top) ? Math.max(high, Math.abs(apex)) : high];
}

/** Degrees to radians. */
export const radians = (angle: number): number => (angle * Math.PI) / 180;

/** Radians to degrees. */
export const degrees = (angle: number): number => (angle * 180) / Math.PI;

type Vector = readonly [x: number, y: number, z: number];

function vector([longitude, latitude]: Position): Vector {
  const [lng, lat] = [radians(longitude), radians(latitude)];
  return [Math.cos(lat) * Math.cos(lng), Math.cos(lat) * Math.sin(lng), Math.sin(lat)];
}

/** Roughly opposite the middle of the corners; a little aside, so that the way from the middle to it is one arc only. */
function pointOutside(corners: readonly Vector[]): Vector {
  const sum = corners.reduce<Vector>(
    (total, corner) => [total[0] + corner[0], total[1] + corner[1], total[2] + corner[2]],
    [0, 0, 0],
  );
  const length = Math.hypot(...sum) || 1;
  return [0.11 - sum[0] / length, 0.17 - sum[1] / length, 0.23 - sum[2] / length];
}

function edges(corners: readonly Vector[]): (readonly [Vector, Vector])[] {
  return corners.slice(1).map((corner, i) => [corners[i] ?? corner, corner] as const);
}

/** Two arcs cross if the ends of each lie on different sides of the other, on the same half of the globe. */
function arcsCross(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const ab = cross(a, b);
  const acb = -dot(ab, c);
  const bda = dot(ab, d);
  if (acb * bda <= 0) return false;
  const cd = cross(c, d);
  return acb * -dot(cd, b) > 0 && acb * dot(cd, a) > 0;
}

const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
