import { requestFailed } from './failures';
import { boxesAround, halfTurn } from './geo/boxes';
import { distanceTo, type Near, readNear } from './geo/near';
import { compileQuery, isOperators } from './query';
import type { Collection, StoredDocument } from './storage/Collection';
import type { GeoIndex } from './storage/GeoIndex';
import { type Document, valueAt } from './values';
import type { Read, Work } from './Work';

/** The `$near` or `$nearSphere` of a query, and the query without it. */
export interface NearQuery extends Near {
  path: string;
  rest: Document;
}

/** A document with its distance in metres. */
export interface NearDocument {
  stored: StoredDocument;
  metres: number;
}

/** Finds the `$near` of a query, on its top level only, as in MongoDB. */
export function nearOf(query: Document): NearQuery | undefined {
  for (const [path, condition] of Object.entries(query)) {
    if (!isOperators(condition)) continue;
    const { $near, $nearSphere, ...others } = condition;
    const operand = $nearSphere ?? $near;
    if (operand === undefined) continue;
    const { [path]: _, ...rest } = query;
    if (Object.keys(others).length > 0) rest[path] = others;
    return { path, rest, ...readNear($nearSphere === undefined ? '$near' : '$nearSphere', operand) };
  }
  return undefined;
}

/** The nearest `wanted` documents that match, by a declared index on the path. Fails as in production without one. */
export function nearestBy(
  collection: Collection,
  near: NearQuery,
  wanted: number,
  work: Work,
): { read: Read; nearest: NearDocument[] } {
  const index = collection.geoIndexes.find(({ path }) => path === near.path);
  if (!index) throw requestFailed('error processing query: unable to find index for $geoNear query');
  return nearest(collection, index, near, near.rest, wanted, work);
}

/** Nearest first. Looks in a small circle and widens it until enough is found, so a short answer reads little. */
export function nearest(
  collection: Collection,
  index: GeoIndex,
  near: Near,
  query: Document,
  wanted: number,
  work: Work,
): { read: Read; nearest: NearDocument[] } {
  const matches = compileQuery(query);
  const read = work.read(collection.name, index.name);
  const furthest = Math.min(near.max, halfTurn);
  let radius = wanted === Number.POSITIVE_INFINITY ? furthest : Math.min(furthest, firstRadius);
  for (;;) {
    const inCircle = within(collection, index, near, radius);
    read.scanned += inCircle.length;
    const found = work.evaluate(() => inCircle.filter(({ stored }) => matches(stored.document)));
    if (found.length >= wanted || radius >= furthest) {
      found.sort((a, b) => a.metres - b.metres || a.stored.rid - b.stored.rid);
      return { read, nearest: found.slice(0, wanted) };
    }
    radius = Math.min(furthest, radius * 3);
  }
}

/** Metres; holds a handful of shops in a town. */
const firstRadius = 500;

function within(collection: Collection, index: GeoIndex, near: Near, radius: number): NearDocument[] {
  const found: NearDocument[] = [];
  const limit = radius >= halfTurn ? Number.POSITIVE_INFINITY : radius;
  for (const rid of index.touching(boxesAround(near.center, radius))) {
    const stored = collection.at(rid);
    const metres = distanceTo(near.center, valueAt(stored.document, index.path));
    if (metres === undefined || metres > limit || metres < near.min || metres > near.max) continue;
    found.push({ stored, metres });
  }
  return found;
}
