import { around } from 'geokdbush';
import KDBush from 'kdbush';
import Supercluster from 'supercluster';
import type { Input } from '../shared/contract';
import { quantile } from './quantile';

type Place = readonly [longitude: number, latitude: number];
type View = Input<'shop.countShopsInView'>['view'];

/** What another way to answer took, in milliseconds, and how much of what we answer it has (1 is all). */
export interface PeerFound {
  name: string;
  ms: number[];
  recall: number[];
}

/** An index of the same places in this process: no network, no other conditions, no writes while it is read. */
export class NearbyPeers {
  readonly #nearest: KDBush;
  readonly #clusters = new Supercluster({ radius: 60, maxZoom: 18 });
  readonly found: PeerFound = { name: 'geokdbush, in process', ms: [], recall: [] };
  readonly viewed = { ms: [] as number[], features: [] as number[], bytes: [] as number[] };

  constructor(places: readonly Place[]) {
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

  /** Asks for the same list, and counts how many of ours (numbers of places) it has. */
  askNearest([longitude, latitude]: Place, radiusMetres: number, ours: readonly number[]): void {
    const began = performance.now();
    const theirs = new Set(around(this.#nearest, longitude, latitude, 20, radiusMetres / 1_000));
    this.found.ms.push(performance.now() - began);
    if (ours.length > 0) this.found.recall.push(ours.filter((number) => theirs.has(number)).length / ours.length);
  }

  /** Asks for the clusters of the same view, at the zoom at which it fills a phone of 390 px. */
  askView({ west, south, east, north }: View): void {
    const zoom = Math.round(Math.log2((390 * 360) / (256 * (east - west))));
    const began = performance.now();
    const features = this.#clusters.getClusters([west, south, east, north], zoom);
    this.viewed.ms.push(performance.now() - began);
    this.viewed.features.push(features.length);
    this.viewed.bytes.push(Buffer.byteLength(JSON.stringify(features)));
  }

  /** Lines for the bench's output. */
  printNearest(): void {
    const { name, ms, recall } = this.found;
    const share = recall.reduce((sum, each) => sum + each, 0) / recall.length;
    console.log(
      `${name}: p50 ${show(ms, 0.5)} ms, p99 ${show(ms, 0.99)} ms; it has ${(share * 100).toFixed(2)} % of ours`,
    );
  }

  printView(count: number): void {
    const { ms, features, bytes } = this.viewed;
    console.log(
      `supercluster, in process, ${count}: p50 ${show(ms, 0.5)} ms, p99 ${show(ms, 0.99)} ms; features p50 ${quantile(features, 0.5)}, ` +
        `most ${Math.max(...features)}; bytes p50 ${quantile(bytes, 0.5)}, most ${Math.max(...bytes)}`,
    );
    this.viewed.ms.length = 0;
    this.viewed.features.length = 0;
    this.viewed.bytes.length = 0;
  }
}

const show = (values: readonly number[], share: number): string => quantile(values, share).toFixed(3);
