import type { CollectionDeclarations } from '../database/declarations';
import { json, type Route } from '../server/exchange';

/** `GET /_emulator/indexes`: every declared index, `{collection, name, fields, unique}`; at start they were built so. */
export function indexRoutes({ collections }: CollectionDeclarations): Route[] {
  const indexes = Object.entries(collections).flatMap(([collection, declared]) =>
    declared.indexes.map(({ name, fields, unique = false }) => ({ collection, name, fields, unique })),
  );
  return [{ method: 'GET', path: '/_emulator/indexes', answer: () => json({ indexes }) }];
}
