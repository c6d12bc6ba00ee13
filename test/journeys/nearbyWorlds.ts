import { cellOf } from '../../cloudfunctions/shop/cellGrid';
import type { ShopRecord } from '../../cloudfunctions/shop/shops';
import type { SkuRecord } from '../../cloudfunctions/shop/skus';
import { distanceMetres, type Place } from '../../shared/kernel/geo';
import { fen } from '../../shared/kernel/money';
import type { ParsedInputOf } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { everyDay, isOpen } from '../../shared/shop/openingHours';
import { trades } from '../../shared/shop/trades';
import type { Random } from '../support/world/random';

/** Shops somewhere on the globe, and what some of them have in stock. */
export interface NearbyWorld {
  kind: (typeof kinds)[number];
  shops: readonly ShopRecord[];
  skus: readonly Pick<SkuRecord, '_id' | 'shopId' | 'productName' | 'stock' | 'onShelf'>[];
}

/** What is asked of a world, as the operation receives it. */
export type Asked = ParsedInputOf<ShopContract['findNearbyShops']>;

const kinds = ['uniform', 'clustered', 'line', 'one point'] as const;
const centres: readonly Place[] = [
  [112.55, 37.87],
  [112.55, 37.87],
  [179.99, 10],
  [30, 89.9],
  [-179.995, -60],
];
const goods = ['陈醋', '枣夹核桃', '小米 (新)'];
const hours = [everyDay('08:30', '21:00'), everyDay('18:00', '02:00'), everyDay('00:00', '24:00'), []];

/** A world of up to 400 shops; most have fewer. */
export function aWorld(random: Random): NearbyWorld {
  const kind = random.pick(kinds);
  const centre = random.pick(centres);
  const shops = placesOf(kind, centre, random).map((place, index) => shopAt(place, `shop-${index}`, random));
  const skus = shops.flatMap(({ _id: shopId }) =>
    Array.from({ length: random.between(0, 2) }, (_none, index) => ({
      _id: `${shopId}-${index}`,
      shopId,
      productName: random.pick(goods),
      stock: random.between(0, 2),
      onShelf: random.next() < 0.8,
    })),
  );
  return { kind, shops, skus };
}

/** A query that fits a world: from one of its shops, from near one, or from anywhere around. */
export function aQuery({ shops }: NearbyWorld, random: Random): Asked {
  const [longitude, latitude] = random.pick(shops).location.coordinates;
  const spread = random.pick([0, 0.0005, 0.01, 0.3]);
  const at = moved([longitude, latitude], random.normal() * spread, random.normal() * spread);
  return {
    at: { longitude: at[0], latitude: at[1] },
    radius: random.pick([1, 60, 700, 5_000, 50_000]),
    openNow: random.next() < 0.2,
    delivers: random.next() < 0.15,
    ...(random.next() < 0.25 && { trade: random.pick(trades) }),
    ...(random.next() < 0.15 && { selling: random.pick(['陈醋', '小米 (', '没有的']) }),
  };
}

/** Brute force: what the whole list must be, by id and distance. */
export function expectedList({ shops, skus }: NearbyWorld, asked: Asked, now: number) {
  const origin: Place = [asked.at.longitude, asked.at.latitude];
  const sells = (shopId: string, name: string) =>
    skus.some((sku) => sku.shopId === shopId && sku.onShelf && sku.stock > 0 && sku.productName.includes(name));
  return shops
    .map((shop) => ({ shop, metres: Math.round(distanceMetres(origin, shop.location.coordinates)) }))
    .filter(({ metres }) => metres <= asked.radius)
    .filter(({ shop }) => asked.trade === undefined || shop.trade === asked.trade)
    .filter(({ shop }) => !asked.openNow || isOpen(shop.openingHours, now))
    .filter(({ shop, metres }) => !asked.delivers || (shop.local !== undefined && metres <= shop.local.withinMetres))
    .filter(({ shop }) => asked.selling === undefined || sells(shop._id, asked.selling))
    .sort((a, b) => a.metres - b.metres || (a.shop._id < b.shop._id ? -1 : 1))
    .map(({ shop, metres }) => `${shop._id} ${metres}`);
}

function placesOf(kind: NearbyWorld['kind'], centre: Place, random: Random): Place[] {
  const count = random.between(1, random.pick([20, 100, 100, 400]));
  const around = (from: Place, spread: number) => moved(from, random.normal() * spread, random.normal() * spread);
  const towns = Array.from({ length: 4 }, () => around(centre, 0.1));
  return Array.from({ length: count }, (_none, index) => {
    if (kind === 'uniform') return moved(centre, random.next() - 0.5, random.next() - 0.5);
    if (kind === 'clustered') return around(random.pick(towns), 0.004);
    if (kind === 'line') return moved(centre, 0, -index * 0.0009);
    return index % 10 === 9 ? around(centre, 0.002) : centre;
  });
}

/** A place so many degrees further east and north, brought back onto the globe and to a millionth of a degree. */
export function moved([longitude, latitude]: Place, east: number, north: number): [number, number] {
  const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6;
  const wrapped = rounded(((((longitude + east + 180) % 360) + 360) % 360) - 180);
  return [wrapped === 180 ? -180 : wrapped, rounded(Math.max(-90, Math.min(90, latitude + north)))];
}

/** A shop at a place, with everything else drawn by lot. */
export const shopAt = (place: Place, id: string, random: Random): ShopRecord => ({
  _id: id,
  name: `店 ${id}`,
  trade: random.pick(trades),
  slogan: '',
  notice: '',
  logo: 'cloud://meidian/logo.webp',
  address: '某路 1 号',
  location: { type: 'Point', coordinates: [place[0], place[1]] },
  cell: cellOf(place),
  openingHours: random.pick(hours),
  freight: { rules: [], unreachable: [] },
  pickup: true,
  ...(random.next() < 0.4 && { local: { withinMetres: random.between(50, 5_000), fee: fen(300), from: fen(0) } }),
  categories: [],
});
