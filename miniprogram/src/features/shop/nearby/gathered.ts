import type { Features } from './InViewLoader';
import type { ShopOnMap } from './markers';
import { pointOf } from './mercator';

/** Signs whose middles are nearer than this, in px, hide one another. */
const nearest = 26;
const nearestClusters = 44;

/** One sign on the map: a shop, or some with the middle of all of them. */
export interface Sign {
  id: string;
  count: number;
  place: { longitude: number; latitude: number };
  /** The shop, if there is only one. */
  shop: ShopOnMap | undefined;
}

/** Shops and clusters as signs that do not hide one another at this zoom: what is too near to a larger one joins it. */
export function gathered({ shops, clusters }: Pick<Features, 'shops' | 'clusters'>, zoom: number): Sign[] {
  const single = shops.map((shop): Sign => ({ id: shop.shopId, count: 1, place: shop.place, shop }));
  const crowds = clusters.map(
    ({ cellId, count, centre }): Sign => ({ id: cellId, count, place: centre, shop: undefined }),
  );
  const signs: Sign[] = [];
  for (const sign of [...crowds.sort((a, b) => b.count - a.count), ...single]) {
    const index = signs.findIndex((other) => hides(other, sign, zoom));
    const other = signs[index];
    if (other) signs[index] = joined(other, sign);
    else signs.push(sign);
  }
  return signs;
}

function hides(one: Sign, other: Sign, zoom: number): boolean {
  const [a, b] = [pointOf(one.place, zoom), pointOf(other.place, zoom)];
  return Math.hypot(a.x - b.x, a.y - b.y) < (one.shop || other.shop ? nearest : nearestClusters);
}

function joined(one: Sign, other: Sign): Sign {
  const count = one.count + other.count;
  const mean = (key: 'longitude' | 'latitude') => (one.place[key] * one.count + other.place[key] * other.count) / count;
  return { id: one.id, count, place: { longitude: mean('longitude'), latitude: mean('latitude') }, shop: undefined };
}
