import { requestFailed } from './failures';
import { boxesAround, distancesTo, halfTurn } from './geo/boxes';
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
  const search = { collection, index, near, matches: compileQuery(query), wanted, work };
  const read = work.read(collection.name, index.name);
  const furthest = Math.min(near.max, halfTurn);
  const first = wanted === Number.POSITIVE_INFINITY ? furthest : Math.max(firstRadius, near.min * 1.25);
  let radius = Math.min(furthest, first);
  for (let before = 0; ; ) {
    const found = within(search, radius, read);
    if (found.length >= wanted || radius >= furthest) return { read, nearest: found.slice(0, wanted) };
    // A third more than would hold enough, were they spread evenly; far if there is nothing to go by.
    const wider = found.length > before ? Math.sqrt((1.34 * wanted) / found.length) : 3;
    radius = Math.min(furthest, radius * Math.min(3, wider));
    before = found.length;
  }
}

/** Metres; holds a handful of shops in a town. */
const firstRadius = 500;

interface Search {
  collection: Collection;
  index: GeoIndex;
  near: Near;
  matches: (document: Document) => boolean;
  wanted: number;
  work: Work;
}

/** The matches in a circle, nearest first; once `wanted` are sure, what is further is not even read. */
function within(
  { collection, index, near, matches, wanted, work }: Search,
  radius: number,
  read: Read,
): NearDocument[] {
  const limit = Math.min(near.max, radius >= halfTurn ? Number.POSITIVE_INFINITY : radius);
  const places = placesWithin(index, near, radius, limit);
  const size = Math.min(Math.max(wanted, 16), 1000);
  let found: NearDocument[] = [];
  for (let from = 0; from < places.length; from += size) {
    const batch = places.slice(from, from + size);
    if ((found[wanted - 1]?.metres ?? Number.POSITIVE_INFINITY) < (batch[0]?.least ?? 0)) break;
    const measured = collection.many(batch.map(({ rid }) => rid)).flatMap((stored): NearDocument[] => {
      const metres = distanceTo(near.center, valueAt(stored.document, index.path));
      return metres === undefined || metres > limit || metres < near.min ? [] : [{ stored, metres }];
    });
    read.scanned += batch.length;
    found = [...found, ...work.evaluate(() => measured.filter(({ stored }) => matches(stored.document)))];
    found.sort((a, b) => a.metres - b.metres || a.stored.rid - b.stored.rid);
  }
  return found;
}

/** The rows that the index holds in a circle and not too near, with the metres they are away at least, the least first. */
function placesWithin(
  index: GeoIndex,
  { center, min }: Near,
  radius: number,
  limit: number,
): { rid: number; least: number }[] {
  const places = [...index.touching(boxesAround(center, radius))];
  return places
    .map(([rid, box]) => ({ rid, ...distancesTo(center, box) }))
    .filter(({ least, most }) => least <= limit && most >= min)
    .sort((a, b) => a.least - b.least);
}
