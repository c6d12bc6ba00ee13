import { countText, markersOf } from './markers';
import type { ShopOnMap } from './ShopOnMap';

/** A shop so many millionths of a degree east of a corner in Taiyuan. */
const shop = (shopId: string, east: number): ShopOnMap => ({
  shopId,
  name: `${shopId}面馆`,
  trade: 'noodles',
  place: { longitude: 112.55 + east / 1e6, latitude: 37.87 },
});
const cluster = (cellId: string, count: number) => ({
  cellId,
  count,
  centre: { longitude: 112.6, latitude: 37.9 },
  trades: [],
  sample: { shopId: 's', name: '' },
});
const features = { total: 42, shops: [shop('a', 0), shop('b', 9_000)], clusters: [cluster('10-1-1', 40)] };
const nothingElse = { listed: [], onlyListed: false, chosen: undefined, zoom: 15 };

test('shops and clusters of the view; the chosen shop is marked, and drawn even if it hides in a cluster', () => {
  const ids = (drawable: Parameters<typeof markersOf>[0]) => markersOf(drawable).map(({ id }) => id);
  expect(ids({ ...nothingElse, features })).toEqual(['a', 'b', '10-1-1']);
  expect(ids({ ...nothingElse, features, chosen: shop('b', 9_000) })).toEqual(['b', 'a', '10-1-1']);
  const [first] = markersOf({ ...nothingElse, features, chosen: shop('hidden', 50) });
  expect(first).toMatchObject({ id: 'hidden', chosen: true, named: true });
});

test('with a filter, the list’s shops are drawn and nothing else; at most 100, the chosen one included', () => {
  const listed = Array.from({ length: 120 }, (_none, index) => shop(`s${index}`, index * 3_000));
  const markers = markersOf({ ...nothingElse, features, listed, onlyListed: true });
  expect(markers).toHaveLength(99);
  expect(markers.every(({ kind }) => kind === 'shop')).toBe(true);
  expect(markersOf({ ...nothingElse, features: undefined })).toEqual([]);
});

test('names stand where there is room, and come out as one draws near', () => {
  const close = { ...nothingElse, features: { ...features, shops: [shop('a', 0), shop('b', 600)], clusters: [] } };
  const named = (zoom: number) => markersOf({ ...close, zoom }).map((marker) => marker.kind === 'shop' && marker.named);
  expect(named(17)).toEqual([false, true]);
  expect(named(19)).toEqual([true, true]);
});

test('what would hide one another is one sign with the sum; the chosen shop stays by itself', () => {
  const shops = [shop('a', 0), shop('b', 100), shop('c', 200), shop('far', 90_000)];
  const crowd = { ...nothingElse, features: { total: 4, shops, clusters: [] } };
  expect(markersOf(crowd)).toMatchObject([
    { kind: 'shop', id: 'far' },
    { kind: 'cluster', id: 'a', count: 3, place: [expect.closeTo(112.5501, 6), 37.87] },
  ]);
  const marked = markersOf({ ...crowd, chosen: shop('b', 100) });
  expect(marked.map((marker) => (marker.kind === 'shop' ? marker.id : marker.count))).toEqual(['b', 'far', 2]);
  const clusters = [cluster('one', 30), cluster('two', 12)];
  expect(markersOf({ ...nothingElse, features: { total: 42, shops: [], clusters } })).toMatchObject([{ count: 42 }]);
});

test('counts stay short', () => {
  expect([7, 9_999, 12_345, 360_000].map(countText)).toEqual(['7', '9999', '1.2万', '36万']);
});
