import { NotEmulated } from '../../CloudBaseError';
import { requestFailed } from '../failures';
import { nearFrom } from '../geo/near';
import { nearest } from '../nearest';
import type { Collection } from '../storage/Collection';
import type { GeoIndex } from '../storage/GeoIndex';
import { copyValue, type Document, isDocument, valueAt } from '../values';
import type { Work } from '../Work';
import type { Stage } from './Stage';

/** The `$geoNear` stage, always the first: documents with their distance, nearest first. Reads no more than is asked for. */
export function geoNear(
  collection: Collection,
  stages: readonly Stage[],
  work: Work,
): { documents: Document[]; rest: Stage[] } {
  const [stage, ...rest] = stages;
  const options = isDocument(stage?.value) ? stage.value : {};
  const unknown = Object.keys(options).find((name) => !known.has(name));
  if (unknown !== undefined) throw new NotEmulated(`$geoNear with ${unknown}`);
  const {
    near,
    key,
    query = {},
    distanceField,
    includeLocs,
    minDistance,
    maxDistance,
    distanceMultiplier = 1,
  } = options;
  const index = indexFor(collection, key);
  const search = nearFrom('$geoNear', near, minDistance, maxDistance);
  const wanted = Math.min(Number(options.limit ?? options.num ?? Number.POSITIVE_INFINITY), wantedNext(rest));
  const { read, nearest: found } = nearest(collection, index, search, isDocument(query) ? query : {}, wanted, work);
  read.returned = found.length;
  const documents = found.map(({ stored, metres }) => {
    const document = {
      ...stored.document,
      [fieldName('distanceField', distanceField)]: metres * Number(distanceMultiplier),
    };
    if (includeLocs === undefined) return document;
    return { ...document, [fieldName('includeLocs', includeLocs)]: copyValue(valueAt(stored.document, index.path)) };
  });
  return { documents, rest };
}

const known = new Set([
  'near',
  'spherical',
  'key',
  'query',
  'distanceField',
  'includeLocs',
  'minDistance',
  'maxDistance',
  'distanceMultiplier',
  'limit',
  'num',
]);

function indexFor(collection: Collection, key: unknown): GeoIndex {
  const { geoIndexes } = collection;
  if (key === undefined && geoIndexes.length > 1)
    throw requestFailed('There is more than one 2dsphere index; $geoNear needs a key');
  const index = geoIndexes.find(({ path }) => key === undefined || path === key);
  if (!index) throw requestFailed('$geoNear requires a 2d or 2dsphere index, but none were found');
  return index;
}

/** How many the next stages can use: `$limit`, or `$skip` and `$limit`. */
function wantedNext([first, second]: readonly Stage[]): number {
  if (first?.name === '$limit') return Number(first.value);
  if (first?.name === '$skip' && second?.name === '$limit') return Number(first.value) + Number(second.value);
  return Number.POSITIVE_INFINITY;
}

function fieldName(option: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') throw requestFailed(`$geoNear requires '${option}' as a String`);
  if (value.includes('.')) throw new NotEmulated(`$geoNear with the dotted ${option} ${value}`);
  return value;
}
