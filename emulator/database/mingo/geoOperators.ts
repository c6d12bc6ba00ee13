import type { Any, AnyObject, Options } from 'mingo/types';
import { areaOf } from '../geo/area';
import { distanceTo, readNear } from '../geo/near';
import { valueAt } from '../values';

/** The geo query operators, which mingo lacks. `$near` only filters here; the order comes from `select`. */
export const geoOperators = {
  $geoWithin: areaOperator('$geoWithin'),
  $geoIntersects: areaOperator('$geoIntersects'),
  $near: nearOperator('$near'),
  $nearSphere: nearOperator('$nearSphere'),
};

function areaOperator(operator: '$geoWithin' | '$geoIntersects') {
  return (path: string, operand: Any, _options: Options) => {
    const area = areaOf(operator, operand);
    return (document: AnyObject): boolean => area.holds(valueAt(document, path));
  };
}

function nearOperator(operator: string) {
  return (path: string, operand: Any, _options: Options) => {
    const near = readNear(operator, operand);
    return (document: AnyObject): boolean => {
      const metres = distanceTo(near.center, valueAt(document, path));
      return metres !== undefined && metres >= near.min && metres <= near.max;
    };
  };
}
