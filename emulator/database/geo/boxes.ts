import type { Shape } from './shapes';
import {
  degrees,
  distance,
  earthRadius,
  insideRing,
  latitudesOfArc,
  type Position,
  type Ring,
  radians,
} from './sphere';

/** A range of longitudes and latitudes in degrees, -180 ≤ west ≤ east ≤ 180. */
export interface Box {
  west: number;
  east: number;
  south: number;
  north: number;
}

/** Boxes that hold every position within `metres` of `center`: two if the circle crosses the antimeridian. */
export function boxesAround(center: Position, metres: number): Box[] {
  const angle = metres / earthRadius;
  const [lng, lat] = center;
  const south = lat - degrees(angle);
  const north = lat + degrees(angle);
  if (south <= -90 || north >= 90 || angle >= Math.PI / 2) return split(-180, 180, south, north);
  const spread = degrees(Math.asin(Math.min(1, Math.sin(angle) / Math.cos(radians(lat)))));
  return split(lng - spread, lng + spread, south, north);
}

/** Boxes that hold every position of a shape. */
export function boxesOf(shape: Shape): Box[] {
  const points = shape.points.map(([lng, lat]) => ({ west: lng, east: lng, south: lat, north: lat }));
  return [...points, ...shape.polygons.flatMap(([outer]) => (outer ? ringBoxes(outer) : []))];
}

/** One box around a whole shape, all the way round if the shape crosses the antimeridian. */
export function boxOf(shape: Shape): Box {
  const boxes = boxesOf(shape);
  return {
    west: Math.min(...boxes.map((box) => box.west)),
    east: Math.max(...boxes.map((box) => box.east)),
    south: Math.min(...boxes.map((box) => box.south)),
    north: Math.max(...boxes.map((box) => box.north)),
  };
}

/** The greatest distance anything on the globe can have: half a turn. */
export const halfTurn = Math.PI * earthRadius;

/** How many metres the positions in a box are away from `center`: none less than `least`, none more than `most`. */
export function distancesTo(center: Position, { west, east, south, north }: Box): { least: number; most: number } {
  // Of a box this small the corners are furthest from its middle.
  if (east - west > 10 || north - south > 10) return { least: 0, most: halfTurn };
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const reach = Math.max(distance(middle, [west, south]), distance(middle, [west, north])) * 1.01 + 1;
  const away = distance(center, middle);
  return { least: Math.max(0, away - reach), most: away + reach };
}

function ringBoxes(ring: Ring): Box[] {
  let [west, east, south, north] = [180, -180, 90, -90];
  let lng = ring[0]?.[0] ?? 0;
  for (const [i, position] of ring.entries()) {
    const before = ring[i - 1] ?? position;
    // Each edge takes the short way round, so longitudes run on past 180 where the ring crosses the antimeridian.
    lng += wrap(position[0] - before[0]);
    [west, east] = [Math.min(west, lng), Math.max(east, lng)];
    const [low, high] = latitudesOfArc(before, position);
    [south, north] = [Math.min(south, low), Math.max(north, high)];
  }
  if (insideRing([0, 90], ring)) [west, east, north] = [-180, 180, 90];
  if (insideRing([0, -90], ring)) [west, east, south] = [-180, 180, -90];
  return split(west, east, south, north);
}

/** Longitudes may run past ±180 here; the boxes returned do not. Slightly widened against rounding. */
function split(west: number, east: number, south: number, north: number): Box[] {
  const margin = 1e-6;
  const latitudes = { south: Math.max(-90, south - margin), north: Math.min(90, north + margin) };
  if (east - west + 2 * margin >= 360) return [{ west: -180, east: 180, ...latitudes }];
  const [from, to] = [west - margin, east + margin];
  if (from < -180)
    return [
      { west: from + 360, east: 180, ...latitudes },
      { west: -180, east: to, ...latitudes },
    ];
  if (to > 180)
    return [
      { west: from, east: 180, ...latitudes },
      { west: -180, east: to - 360, ...latitudes },
    ];
  return [{ west: from, east: to, ...latitudes }];
}

/** An angle in degrees, brought into -180..180. */
const wrap = (angle: number): number => angle - 360 * Math.round(angle / 360);
