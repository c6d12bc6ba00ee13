import type { Features } from './InViewLoader';
import { type Point, pointOf } from './mercator';
import type { ShopOnMap } from './ShopOnMap';

/** Signs whose middles are nearer than this, in px, hide one another: two pins, a pin and a disc, two discs. */
const apart = { pins: 26, mixed: 36, discs: 50 };
/** How far above its place the middle of a pin is, in px. */
const pinHeight = 20;

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
  return joinedWhereHidden([...crowds.sort((a, b) => b.count - a.count), ...single], zoom);
}

function joinedWhereHidden(all: readonly Sign[], zoom: number): Sign[] {
  const signs: Sign[] = [];
  for (const sign of all) {
    const index = signs.findIndex((other) => hides(other, sign, zoom));
    const other = signs[index];
    if (other) signs[index] = joined(other, sign);
    else signs.push(sign);
  }
  // Whatever joined stands elsewhere now, and may hide another.
  return signs.length < all.length ? joinedWhereHidden(signs, zoom) : signs;
}

function hides(one: Sign, other: Sign, zoom: number): boolean {
  const [a, b] = [middleOf(one, zoom), middleOf(other, zoom)];
  const least = one.shop && other.shop ? apart.pins : one.shop || other.shop ? apart.mixed : apart.discs;
  return Math.hypot(a.x - b.x, a.y - b.y) < least;
}

function middleOf({ place, shop }: Sign, zoom: number): Point {
  const { x, y } = pointOf(place, zoom);
  return { x, y: shop ? y - pinHeight : y };
}

function joined(one: Sign, other: Sign): Sign {
  const count = one.count + other.count;
  const mean = (key: 'longitude' | 'latitude') => (one.place[key] * one.count + other.place[key] * other.count) / count;
  return { id: one.id, count, place: { longitude: mean('longitude'), latitude: mean('latitude') }, shop: undefined };
}
