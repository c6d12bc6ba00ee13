import type { ShopOnMap } from './markers';

/** Names beside more shops than this are not read. */
const mostNames = 30;
/** Sizes on the screen, in px: a letter of a name, its line, a shop's pin above its place. */
const letter = 13;
const line = 18;
const pin = { width: 34, height: 40 };

/** A rectangle of the screen, in px from the corner of the world's map. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The shops, by id, whose names below their pins cover neither a pin nor another name; those that come first go first. */
export function namesThatFit(shops: readonly ShopOnMap[], zoom: number): Set<string> {
  const points = shops.map(({ place }) => pointOf(place, zoom));
  const taken = points.map(({ x, y }) => around(x, y - pin.height / 2, pin.width, pin.height));
  const named = new Set<string>();
  for (const [index, { shopId, name }] of shops.entries()) {
    const { x = 0, y = 0 } = points[index] ?? {};
    const box = around(x, y + line / 2, name.length * letter, line);
    if (taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    named.add(shopId);
    if (named.size === mostNames) break;
  }
  return named;
}

/** Where a place lies on the world's map at a zoom, in Mercator's projection. */
function pointOf({ longitude, latitude }: ShopOnMap['place'], zoom: number): { x: number; y: number } {
  const side = 256 * 2 ** zoom;
  const sine = Math.sin((latitude * Math.PI) / 180);
  return {
    x: ((longitude + 180) / 360) * side,
    y: (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * side,
  };
}

const around = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
});

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
