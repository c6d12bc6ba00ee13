import * as v from 'valibot';
import type { Database } from '../database/Database';
import { json, type Route } from '../server/exchange';
import { parseBody } from '../server/parseBody';

const Condition = v.optional(v.record(v.string(), v.unknown()), {});
const Query = v.object({
  collection: v.string(),
  query: Condition,
  order: Condition,
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)), 20),
});

const Explain = v.object({
  collection: v.string(),
  query: Condition,
  order: Condition,
  limit: v.optional(v.number()),
  skip: v.optional(v.number()),
});

const Counted = v.object({ data: v.object({ total: v.number() }) });
const Found = v.object({ data: v.object({ list: v.array(v.string()) }) });

/**
 * `/_emulator/collections` and `/_emulator/query`: a look at the documents, through the same `handle` as the SDK.
 * Conditions and documents are EJSON. A bad query is 400 with the database's own code and message.
 *
 * `/_emulator/explain` takes `{ collection, query?, order?, limit?, skip? }`, answers the query as the SDK's
 * `where().get()` would, and tells how: `{ index, bounds?, scanned, returned, sortedByIndex, warning? }`. `index` is a
 * name, `_id_` for the primary key, or null when every document was looked at; `bounds` are phrases such as
 * `shopId = "jinmei"`; `scanned` and `returned` count documents; `warning` is a sentence, given above 1000 scanned.
 */
export function databaseRoutes(database: Database): Route[] {
  return [
    {
      method: 'GET',
      path: '/_emulator/collections',
      answer: () => json({ collections: database.collections() }),
    },
    {
      method: 'POST',
      path: '/_emulator/query',
      answer: async (request) => {
        const asked = parseBody(request, Query);
        const documents = await find(database, asked);
        return json({ documents, total: await count(database, asked.collection, asked.query) });
      },
    },
    {
      method: 'POST',
      path: '/_emulator/explain',
      answer: (request) => {
        const { collection, query, order, limit, skip } = parseBody(request, Explain);
        const page = { limit, offset: skip, order: textOrNone(order) };
        return json(database.explain({ collectionName: collection, query: JSON.stringify(query), ...page }));
      },
    },
  ];
}

async function count(database: Database, collectionName: string, query: object): Promise<number> {
  const params = { collectionName, query: JSON.stringify(query) };
  return v.parse(Counted, await database.handle('database.calculateDocument', params)).data.total;
}

async function find(database: Database, asked: v.InferOutput<typeof Query>): Promise<unknown[]> {
  const answer = await database.handle('database.getDocument', {
    collectionName: asked.collection,
    query: JSON.stringify(asked.query),
    limit: asked.limit,
    order: textOrNone(asked.order),
  });
  return v.parse(Found, answer).data.list.map((document) => JSON.parse(document));
}

const textOrNone = (order: object): string | undefined =>
  Object.keys(order).length > 0 ? JSON.stringify(order) : undefined;
