import { spawnSync } from 'node:child_process';
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import Supercluster from 'supercluster';
import type { Input } from '../shared/contract';
import { quantile } from './quantile';
import { hasRedis, RedisGeo } from './RedisGeo';

type Place = readonly [longitude: number, latitude: number];
type View = Input<'shop.countShopsInView'>['view'];

/** What another way to answer took, in milliseconds, and how much of what we answer it has (1 is all). */
interface PeerFound {
  ms: number[];
  recall: number[];
}

/**
 * Others over the same places: kdbush and supercluster in this process (no network, no other conditions, no writes while
 * they are read), and Redis over a socket, where it is installed.
 */
export class NearbyPeers {
  readonly #nearest: KDBush;
  readonly #clusters = new Supercluster({ radius: 60, maxZoom: 18 });
  readonly #found: PeerFound = { ms: [], recall: [] };
  readonly #redisFound: PeerFound = { ms: [], recall: [] };
  readonly #viewed = { ms: [] as number[], features: [] as number[], bytes: [] as number[] };

  /** Indexes the places in all of them. */
  static async open(places: readonly Place[]): Promise<NearbyPeers> {
    return new NearbyPeers(places, hasRedis() ? await RedisGeo.open(places) : undefined);
  }

  private constructor(
    places: readonly Place[],
    private readonly redis: RedisGeo | undefined,
  ) {
    this.#nearest = new KDBush(places.length);
    for (const [longitude, latitude] of places) this.#nearest.add(longitude, latitude);
    this.#nearest.finish();
    this.#clusters.load(
      places.map(([longitude, latitude]) => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Point', coordinates: [longitude, latitude] },
      })),
    );
  }

  /** Asks for the same list, and counts how many of ours (numbers of places) each has. */
  async askNearest(at: Place, radiusMetres: number, ours: readonly number[]): Promise<void> {
    const [longitude, latitude] = at;
    const kd = () => around(this.#nearest, longitude, latitude, 20, radiusMetres / 1_000);
    await keep(this.#found, ours, kd);
    const { redis } = this;
    if (redis) await keep(this.#redisFound, ours, () => redis.nearest(at, radiusMetres, 20));
  }

  /** Asks for the clusters of the same view, at the zoom at which it fills a phone of 390 px. */
  askView({ west, south, east, north }: View): void {
    const zoom = Math.round(Math.log2((390 * 360) / (256 * (east - west))));
    const began = performance.now();
    const features = this.#clusters.getClusters([west, south, east, north], zoom);
    this.#viewed.ms.push(performance.now() - began);
    this.#viewed.features.push(features.length);
    this.#viewed.bytes.push(Buffer.byteLength(JSON.stringify(features)));
  }

  /** Prints what the lists took. */
  printNearest(): void {
    console.log(lineOf('geokdbush, in process', this.#found));
    console.log(this.redis ? lineOf('Redis GEOSEARCH, over a socket', this.#redisFound) : 'Redis: not installed');
  }

  /** Prints what the views took, and begins anew. */
  printView(count: number): void {
    const { ms, features, bytes } = this.#viewed;
    console.log(
      `supercluster, in process, ${count}: p50 ${show(ms, 0.5)} ms, p99 ${show(ms, 0.99)} ms; features p50 ${quantile(features, 0.5)}, ` +
        `most ${Math.max(...features)}; bytes p50 ${quantile(bytes, 0.5)}, most ${Math.max(...bytes)}`,
    );
    this.#viewed.ms.length = 0;
    this.#viewed.features.length = 0;
    this.#viewed.bytes.length = 0;
  }

  close(): void {
    this.redis?.close();
  }
}

async function keep(found: PeerFound, ours: readonly number[], ask: () => number[] | Promise<number[]>): Promise<void> {
  const began = performance.now();
  const theirs = new Set(await ask());
  found.ms.push(performance.now() - began);
  if (ours.length > 0) found.recall.push(ours.filter((number) => theirs.has(number)).length / ours.length);
}

function lineOf(name: string, { ms, recall }: PeerFound): string {
  const share = recall.reduce((sum, each) => sum + each, 0) / recall.length;
  return `${name}: p50 ${show(ms, 0.5)} ms, p99 ${show(ms, 0.99)} ms; it has ${(share * 100).toFixed(2)} % of ours`;
}

/** Says whether PostGIS is here; this bench has no way to ask it. */
export function printPostgis(): void {
  const asks = ['-XAtc', "select 1 from pg_available_extensions where name = 'postgis'"];
  const { stdout } = spawnSync(postgres, asks, { encoding: 'utf8' });
  console.log(
    `PostGIS: ${(stdout ?? '').startsWith('1') ? 'installed, but this bench cannot ask it yet' : 'not installed'}`,
  );
}

const postgres = 'psql';

const show = (values: readonly number[], share: number): string => quantile(values, share).toFixed(3);
