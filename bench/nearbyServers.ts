import { Client } from 'pg';
import { createClient } from 'redis';
import { shopAt } from './seedShops';

type Place = readonly [longitude: number, latitude: number];

/** Answers the ids of the nearest twenty within five kilometres, nearest first; PostGIS reads their documents, as we do. */
interface NearbyServer {
  name: string;
  nearest(at: Place): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * The geo servers that others would use, over the same shops: PostGIS at `POSTGIS_URL`, Redis at `REDIS_URL`; those that
 * are set. Both must be empty databases of one's own: what is in the way is dropped.
 */
export async function openNearbyServers(places: readonly Place[]): Promise<NearbyServer[]> {
  const { POSTGIS_URL, REDIS_URL } = process.env;
  const servers: NearbyServer[] = [];
  if (POSTGIS_URL) servers.push(await openPostgis(POSTGIS_URL, places));
  else console.log('PostGIS: not asked, no POSTGIS_URL');
  if (REDIS_URL) servers.push(await openRedis(REDIS_URL, places));
  else console.log('Redis: not asked, no REDIS_URL');
  return servers;
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
