import { NotEmulated } from '../../CloudBaseError';
import { isDocument } from '../values';
import { type Box, boxesAround, boxesOf } from './boxes';
import { intersects, isWithin, positionsOf, queryShape, shapeOf } from './shapes';
import { distance, earthRadius } from './sphere';

/** The area of a `$geoWithin` or `$geoIntersects`: an exact test of a stored value, and boxes that hold the area. */
export interface Area {
  holds(value: unknown): boolean;
  boxes: Box[];
}

/** Reads the operand of `$geoWithin` (`$geometry` polygon or `$centerSphere`) or `$geoIntersects` (`$geometry`). */
export function areaOf(operator: '$geoWithin' | '$geoIntersects', operand: unknown): Area {
  const { $geometry, $centerSphere, ...others } = isDocument(operand) ? operand : {};
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new NotEmulated(`${operator} with ${unknown}`);
  if (operator === '$geoWithin' && $centerSphere !== undefined) return circle($centerSphere);
  const area = queryShape($geometry);
  if (operator === '$geoWithin' && area.polygons.length === 0)
    throw new NotEmulated('$geoWithin of a geometry without area');
  return {
    boxes: boxesOf(area),
    holds(value) {
      const shape = value === undefined || value === null ? undefined : shapeOf(value);
      if (!shape) return false;
      return operator === '$geoWithin' ? isWithin(shape, area) : intersects(shape, area);
    },
  };
}

/** `[center, radius in radians]`. A circle below a hemisphere holds a polygon if it holds the corners. */
function circle(operand: unknown): Area {
  const [geometry, radius] = Array.isArray(operand) ? operand : [];
  const [center] = queryShape(geometry).points;
  if (!center || typeof radius !== 'number') throw new NotEmulated('this $centerSphere');
  const metres = radius * earthRadius;
  return {
    boxes: boxesAround(center, metres),
    holds(value) {
      const shape = value === undefined || value === null ? undefined : shapeOf(value);
      return shape !== undefined && positionsOf(shape).every((position) => distance(center, position) <= metres);
    },
  };
}
