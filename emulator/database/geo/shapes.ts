import { NotEmulated } from '../../CloudBaseError';
import { requestFailed } from '../failures';
import { isDocument } from '../values';
import { insideRing, type Position, type Ring, ringsCross } from './sphere';

/** What the geo operators compare: positions and polygons (an outer ring, then holes). */
export interface Shape {
  points: readonly Position[];
  polygons: readonly (readonly Ring[])[];
}

/**
 * Reads GeoJSON, a legacy pair `[lng, lat]`, or an array of those. Undefined if it is no geometry at all; lines and
 * collections are not emulated; a position off the globe is refused as in MongoDB.
 */
export function shapeOf(value: unknown): Shape | undefined {
  if (isPair(value)) return { points: [position(value)], polygons: [] };
  if (Array.isArray(value)) return value.map(shapeOf).reduce(union, { points: [], polygons: [] });
  if (!isDocument(value) || typeof value.type !== 'string' || !Array.isArray(value.coordinates)) return undefined;
  const { type, coordinates } = value;
  if (type === 'Point') return { points: [position(coordinates)], polygons: [] };
  if (type === 'MultiPoint') return { points: coordinates.map(position), polygons: [] };
  if (type === 'Polygon') return { points: [], polygons: [polygon(coordinates)] };
  if (type === 'MultiPolygon') return { points: [], polygons: coordinates.map(polygon) };
  throw new NotEmulated(`the geometry ${type}`);
}

/** Like `shapeOf`, for the geometry of a query. */
export function queryShape(value: unknown): Shape {
  const shape = shapeOf(value);
  if (!shape) throw requestFailed(`unknown geo specifier: ${JSON.stringify(value)}`);
  return shape;
}

/** `$geoWithin`: all of `inner` lies inside one of the polygons. */
export function isWithin(inner: Shape, outer: Shape): boolean {
  return outer.polygons.some((area) => {
    if (!positionsOf(inner).every((at) => insidePolygon(at, area))) return false;
    return !inner.polygons.some((hole) => polygonsCross(hole, area));
  });
}

/** `$geoIntersects`: the two have a position in common. */
export function intersects(one: Shape, other: Shape): boolean {
  return (
    one.points.some(([lng, lat]) => other.points.some((point) => point[0] === lng && point[1] === lat)) ||
    one.polygons.some((area) => other.polygons.some((second) => polygonsCross(area, second))) ||
    one.polygons.some((area) => positionsOf(other).some((at) => insidePolygon(at, area))) ||
    other.polygons.some((area) => positionsOf(one).some((at) => insidePolygon(at, area)))
  );
}

/** Every point, and every corner of every outer ring. */
export function positionsOf(shape: Shape): readonly Position[] {
  return [...shape.points, ...shape.polygons.flatMap((rings) => rings[0] ?? [])];
}

function insidePolygon(at: Position, [outer, ...holes]: readonly Ring[]): boolean {
  return outer !== undefined && insideRing(at, outer) && !holes.some((hole) => insideRing(at, hole));
}

function polygonsCross(one: readonly Ring[], other: readonly Ring[]): boolean {
  return one.some((ring) => other.some((second) => ringsCross(ring, second)));
}

function union(one: Shape | undefined, other: Shape | undefined): Shape | undefined {
  return one && other && { points: [...one.points, ...other.points], polygons: [...one.polygons, ...other.polygons] };
}

function polygon(coordinates: unknown): Ring[] {
  if (!Array.isArray(coordinates) || coordinates.length === 0) throw requestFailed('Polygon has no loops.');
  return coordinates.map((ring) => {
    const positions = Array.isArray(ring) ? ring.map(position) : [];
    const [first, last] = [positions[0], positions.at(-1)];
    if (positions.length < 4) throw requestFailed('Loop must have at least 3 different vertices');
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) throw requestFailed('Loop is not closed');
    return positions;
  });
}

function position(value: unknown): Position {
  if (!isPair(value)) throw requestFailed(`Point must only contain numeric elements: ${JSON.stringify(value)}`);
  const [lng, lat] = value;
  const onGlobe = Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
  if (!onGlobe) throw requestFailed(`Longitude/latitude is out of bounds, lng: ${lng} lat: ${lat}`);
  return [lng, lat];
}

function isPair(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number');
}
