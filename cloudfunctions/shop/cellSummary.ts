import type { Trade } from '../../shared/shop/trades';

/** What a cell of the map's grid knows of its shops. It follows from them alone, in whatever order they were counted. */
export interface CellSummary {
  count: number;
  /** Sums of the longitudes and latitudes in whole millionths of a degree, so that adding them loses nothing. */
  sum: [longitude: number, latitude: number];
  trades: Partial<Record<Trade, number>>;
  /** All of them while there are at most eight, then the first; by id. */
  shops: ShopOnMap[];
}

/** A shop as a marker shows it. */
export interface ShopOnMap {
  shopId: string;
  name: string;
  trade: Trade;
  longitude: number;
  latitude: number;
}

const mostShops = 8;

/** The summary of these shops. */
export const summaryOf = (shops: readonly ShopOnMap[]): CellSummary => {
  const trades: CellSummary['trades'] = {};
  for (const { trade } of shops) trades[trade] = (trades[trade] ?? 0) + 1;
  return {
    count: shops.length,
    sum: [sumOf(shops, (shop) => millionths(shop.longitude)), sumOf(shops, (shop) => millionths(shop.latitude))],
    trades,
    shops: kept(shops, shops.length),
  };
};

/** The summary of all shops of these parts, which have none in common. */
export function merge(parts: readonly CellSummary[]): CellSummary {
  const trades: CellSummary['trades'] = {};
  for (const part of parts) {
    for (const [trade, count] of Object.entries(part.trades) as [Trade, number][])
      trades[trade] = (trades[trade] ?? 0) + count;
  }
  const count = sumOf(parts, (part) => part.count);
  return {
    count,
    sum: [sumOf(parts, (part) => part.sum[0]), sumOf(parts, (part) => part.sum[1])],
    trades,
    shops: kept(
      parts.flatMap((part) => part.shops),
      count,
    ),
  };
}

/** The mean of the places, in degrees. */
export const centreOf = ({ count, sum: [longitude, latitude] }: CellSummary) => ({
  longitude: Math.round(longitude / count) / 1e6,
  latitude: Math.round(latitude / count) / 1e6,
});

/** The most frequent trades, at most three; those as frequent by name. */
export const topTrades = ({ trades }: CellSummary): Trade[] =>
  (Object.entries(trades) as [Trade, number][])
    .sort(([a, many], [b, others]) => others - many || (a < b ? -1 : 1))
    .slice(0, 3)
    .map(([trade]) => trade);

function kept(shops: readonly ShopOnMap[], count: number): ShopOnMap[] {
  const sorted = [...shops].sort((a, b) => (a.shopId < b.shopId ? -1 : 1));
  return sorted.slice(0, count <= mostShops ? mostShops : 1);
}

const sumOf = <Item>(items: readonly Item[], numberOf: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + numberOf(item), 0);

const millionths = (degrees: number): number => Math.round(degrees * 1e6);
