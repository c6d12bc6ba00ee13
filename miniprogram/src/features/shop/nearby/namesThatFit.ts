import { pointOf } from './mercator';
import type { ShopOnMap } from './ShopOnMap';

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

/** The shops, by id, whose names beside their pins cover neither a pin nor another name; those that come first go first. */
export function namesThatFit(shops: readonly ShopOnMap[], zoom: number): Set<string> {
  const points = shops.map(({ place }) => pointOf(place, zoom));
  const taken = points.map(({ x, y }) => around(x, y - pin.height / 2, pin.width, pin.height));
  const named = new Set<string>();
  for (const [index, { shopId, name }] of shops.entries()) {
    const { x = 0, y = 0 } = points[index] ?? {};
    const width = name.length * letter;
    const box = around(x + (pin.width + width) / 2, y - pin.height / 2, width, line);
    if (taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    named.add(shopId);
    if (named.size === mostNames) break;
  }
  return named;
}

const around = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
});

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
