import type { MapMarker } from './markers';
import { weappMarkers } from './weappMarkers';

const place = [112.5567123, 37.8706123] as const;
const shop: MapMarker = {
  kind: 'shop',
  id: 's',
  place,
  name: '王记面馆',
  trade: 'noodles',
  chosen: false,
  named: false,
};
const cluster: MapMarker = { kind: 'cluster', id: 'c', place, count: 12_345 };
const only = (marker: MapMarker) => weappMarkers([marker], () => 7)[0];

test('a shop is its trade’s pin, with its name where there is room; the chosen one is larger and on top', () => {
  expect(only(shop)).toEqual({
    id: 7,
    longitude: 112.55671,
    latitude: 37.87061,
    iconPath: '/map/noodles.png',
    width: 34,
    height: 40,
  });
  expect(only({ ...shop, named: true })?.label?.content).toBe('王记面馆');
  expect(only({ ...shop, chosen: true })).toMatchObject({ iconPath: expect.stringMatching('noodles-on'), zIndex: 9 });
});

test('a cluster is a disc that grows with its number', () => {
  expect(only(cluster)).toMatchObject({ width: 54, label: { content: '1.2万' } });
  expect(only({ ...cluster, count: 8 })).toMatchObject({ width: 38, label: { content: '8' } });
});

test('a hundred clusters, or a hundred shops with thirty names, are less than 20 KB', () => {
  const bytes = (markers: readonly MapMarker[]) =>
    Buffer.byteLength(JSON.stringify(weappMarkers(markers, () => 1_234)));
  expect(bytes(Array.from({ length: 100 }, () => cluster))).toBeLessThan(20_000);
  const shops = Array.from({ length: 100 }, (_none, index) => ({ ...shop, name: '乔大姐烘焙坊', named: index < 30 }));
  expect(bytes(shops)).toBeLessThan(20_000);
});
