import { Client } from 'pg';
import { createClient } from 'redis';
import { seededRandom } from '../test/support/world/random';
import { databaseAt } from './databaseAt';
import { noteFigure } from './figures';
import { quantile } from './quantile';
import { anywhere, shopAt } from './seedShops';

type Place = readonly [longitude: number, latitude: number];

/** Answers the ids of the nearest twenty within five kilometres, nearest first. */
interface NearbyServer {
  name: string;
  nearest(at: Place): Promise<string[]>;
  close(): Promise<void>;
}

const rounds = 1_000;
const warmUp = 300;

/**
 * What the database has to do for one list, against the geo servers that others would use, over the same shops and each as a
 * function would wait for it: ours through the SDK, PostGIS at `POSTGIS_URL` (whole documents, too), Redis at `REDIS_URL` (it has but the
 * names). They take turns, so that noise hits all. So does `databaseMs`, which asks `findNearbyShops` and
 * answers what our database alone took of it. Both servers must be empty databases of one's own: what is in the way is dropped.
 */
export async function compareWithServers(
  url: string,
  {
    count,
    places,
    databaseMs,
  }: { count: number; places: readonly Place[]; databaseMs: (at: Place) => Promise<number> },
): Promise<void> {
  const { POSTGIS_URL, REDIS_URL } = process.env;
  if (!POSTGIS_URL && !REDIS_URL) return console.log('PostGIS, Redis: not asked, no POSTGIS_URL, no REDIS_URL');
  const servers = [
    await openOurs(url),
    ...(POSTGIS_URL ? [await openPostgis(POSTGIS_URL, places)] : []),
    ...(REDIS_URL ? [await openRedis(REDIS_URL, places)] : []),
  ];
  const asked = servers.map((server) => ({ server, ms: [] as number[], same: 0 }));
  const own: number[] = [];
  const random = seededRandom(1);
  for (let round = -warmUp; round < rounds; round += 1) {
    const at = anywhere(random);
    let ours: string | undefined;
    for (const each of asked) {
      const began = performance.now();
      const ids = await each.server.nearest(at);
      if (round < 0) continue;
      each.ms.push(performance.now() - began);
      ours ??= [...ids].sort().join();
      each.same += Number([...ids].sort().join() === ours);
    }
    const ownMs = await databaseMs(at);
    if (round >= 0) own.push(ownMs);
  }
  const first = quantile(asked[0]?.ms ?? [], 0.5);
  const alone = quantile(own, 0.5);
  console.log(
    `the database part of findNearbyShops, ${count}: p50 ${alone.toFixed(2)}, p99 ${quantile(own, 0.99).toFixed(2)} ms`,
  );
  for (const { server, ms, same } of asked) {
    const [p50, p99] = [quantile(ms, 0.5), quantile(ms, 0.99)].map((each) => each.toFixed(2));
    const [ratio, part] = [first, alone].map((each) => (each / quantile(ms, 0.5)).toFixed(2));
    console.log(
      `${server.name}, ${count}: p50 ${p50}, p99 ${p99} ms; ${same} of ${rounds} lists as ours; ours takes ${ratio} times that, the database part ${part}`,
    );
    const name = `the database part of the nearest 20, of ${count}`;
    noteFigure({ name, value: alone, unit: 'ms', times: alone / quantile(ms, 0.5), of: server.name });
    await server.close();
  }
}

async function openOurs(url: string): Promise<NearbyServer> {
  const database = await databaseAt(url);
  return {
    name: 'CloudBase on a laptop',
    nearest: async ([longitude, latitude]) => {
      const geometry = new database.Geo.Point(longitude, latitude);
      const location = database.command.geoNear({ geometry, minDistance: 0, maxDistance: 5_000 });
      const { data } = await database.collection('shops').where({ location }).limit(20).get();
      return (data as { _id: string }[]).map(({ _id }) => _id);
    },
    close: async () => undefined,
  };
}

const atOnce = 10_000;

async function openPostgis(url: string, places: readonly Place[]): Promise<NearbyServer> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('create extension if not exists postgis');
  await client.query('drop table if exists shops');
  await client.query('create table shops (id text primary key, place geography(point), document text)');
  for (let from = 0; from < places.length; from += atOnce) {
    const group = places.slice(from, from + atOnce);
    await client.query(
      `insert into shops select 'shop-' || ($1::int + number - 1), st_point(longitude, latitude)::geography, document
       from unnest($2::float8[], $3::float8[], $4::text[])
         with ordinality as place (longitude, latitude, document, number)`,
      [
        from,
        group.map(([longitude]) => longitude),
        group.map(([, latitude]) => latitude),
        group.map((place, index) => JSON.stringify(shopAt(from + index, [...place]))),
      ],
    );
  }
  await client.query('create index shops_place on shops using gist (place)');
  await client.query('vacuum analyze shops');
  const text = `select document from shops where st_dwithin(place, st_point($1, $2)::geography, 5000)
    order by place <-> st_point($1, $2)::geography limit 20`;
  return {
    name: 'PostGIS kNN, GiST',
    nearest: async (at) => {
      const { rows } = await client.query<{ document: string }>({ name: 'nearest', text, values: [...at] });
      return rows.map(({ document }) => (JSON.parse(document) as { _id: string })._id);
    },
    close: () => client.end(),
  };
}

async function openRedis(url: string, places: readonly Place[]): Promise<NearbyServer> {
  const client = await createClient({ url }).connect();
  await client.del('shops');
  for (let from = 0; from < places.length; from += atOnce) {
    const group = places.slice(from, from + atOnce);
    await client.geoAdd(
      'shops',
      group.map(([longitude, latitude], index) => ({ longitude, latitude, member: `shop-${from + index}` })),
    );
  }
  return {
    name: 'Redis GEOSEARCH',
    nearest: ([longitude, latitude]) =>
      client.geoSearch('shops', { longitude, latitude }, { radius: 5, unit: 'km' }, { SORT: 'ASC', COUNT: 20 }),
    close: () => client.close(),
  };
}
