import fc from 'fast-check';
import { trades } from '../../shared/shop/trades';
import { centreOf, merge, type ShopOnMap, summaryOf, topTrades } from './cellSummary';
import { featuresOf } from './countShopsInView';

const shop = fc.record({
  name: fc.constant('店'),
  trade: fc.constantFrom(...trades),
  longitude: fc.integer({ min: -180e6, max: 179_999_999 }).map((millionths) => millionths / 1e6),
  latitude: fc.integer({ min: -90e6, max: 90e6 }).map((millionths) => millionths / 1e6),
});
const manyShops = fc
  .array(shop, { maxLength: 40 })
  .map((all): ShopOnMap[] => all.map((each, index) => ({ shopId: `shop-${String(index).padStart(2, '0')}`, ...each })));

test('a cell is the same, however its shops were shared among its children', () => {
  fc.assert(
    fc.property(manyShops, fc.integer({ min: 1, max: 16 }), (shops, parts) => {
      const children = Array.from({ length: parts }, (_none, part) =>
        summaryOf(shops.filter((_shop, index) => index % parts === part)),
      );
      expect(merge(children)).toEqual(summaryOf(shops));
    }),
  );
});

test('few shops are kept whole; of many, one; the centre is the mean', () => {
  const at = (index: number): ShopOnMap => ({
    shopId: `shop-${index}`,
    name: '店',
    trade: index < 2 ? 'tea' : 'fruit',
    longitude: 112 + index / 10,
    latitude: 37,
  });
  expect(summaryOf([at(1), at(0)]).shops).toEqual([at(0), at(1)]);
  const nine = summaryOf([8, 7, 6, 5, 4, 3, 2, 1, 0].map(at));
  expect(nine.shops).toEqual([at(0)]);
  expect(centreOf(nine)).toEqual({ longitude: 112.4, latitude: 37 });
  expect(topTrades(nine)).toEqual(['fruit', 'tea']);
});

test('a view shows at most 100 things, the emptiest cells as shops first', () => {
  const cells = Array.from({ length: 100 }, (_none, index) => {
    const shops = Array.from({ length: (index % 5) + 1 }, (_shop, member) => ({
      shopId: `shop-${index}-${member}`,
      name: '店',
      trade: 'tea' as const,
      longitude: 112,
      latitude: 37,
    }));
    return { _id: `20-${index}-0`, ...summaryOf(shops), version: 1, countedAt: 0 };
  });
  const world = { west: -180, south: -90, east: 180, north: 90 };
  const { shops, clusters, total } = featuresOf(cells, world);
  expect(shops.length + clusters.length).toBe(100);
  expect(shops).toHaveLength(20);
  expect(total).toBe(300);
  expect(featuresOf(cells.slice(0, 10), world)).toMatchObject({ clusters: [], total: 30 });
});
