import { NotEmulated } from '../../CloudBaseError';
import { isDocument } from '../values';
import { queryShape, shapeOf } from './shapes';
import { distance, type Position } from './sphere';

/** A search outwards from a position; distances in metres. */
export interface Near {
  center: Position;
  min: number;
  max: number;
}

/** Reads the operand of `$near` or `$nearSphere`. Only the GeoJSON form, which is what the SDK sends. */
export function readNear(operator: string, operand: unknown): Near {
  if (!isDocument(operand) || operand.$geometry === undefined) throw new NotEmulated(`${operator} without $geometry`);
  return nearFrom(operator, operand.$geometry, operand.$minDistance, operand.$maxDistance);
}

/** Makes a search from what a request says: a GeoJSON point, and bounds in metres that may be missing. */
export function nearFrom(operator: string, geometry: unknown, min: unknown, max: unknown): Near {
  const [center] = queryShape(geometry).points;
  if (!center) throw new NotEmulated(`${operator} from anything but a point`);
  return { center, min: Number(min ?? 0), max: Number(max ?? Number.POSITIVE_INFINITY) };
}

/** Metres from a position to the nearest point of a stored geometry; undefined where there is none. */
export function distanceTo(center: Position, value: unknown): number | undefined {
  const shape = value === undefined || value === null ? undefined : shapeOf(value);
  if (!shape) return undefined;
  if (shape.polygons.length > 0) throw new NotEmulated('the distance to a stored polygon');
  return Math.min(...shape.points.map((point) => distance(center, point)));
}
