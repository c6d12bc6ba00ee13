import L from 'leaflet';
import { commute, type Line, sideStreets, taiyuan } from './taiyuan';

/**
 * What lies under the preview's markers: tiles of a provider if the build was given their address (`MEIDIAN_TILES`), else
 * our sketch. Its looks are in `MapView.scss`, so that night falls on it, too.
 */
export function addBaseMap(map: L.Map): void {
  const tiles = process.env.MEIDIAN_TILES;
  if (tiles) L.tileLayer(tiles, { maxZoom: 20 }).addTo(map);
  else addSketch(map);
}

function addSketch(map: L.Map): void {
  polygon(taiyuan.town, 'town').addTo(map);
  for (const park of taiyuan.parks) polygon(park, 'park').addTo(map);
  polygon(banks(smooth(taiyuan.river), 0.0021), 'water').addTo(map);
  for (const lake of taiyuan.lakes) polygon(smooth([...lake, ...lake.slice(0, 1)]), 'water').addTo(map);
  for (const street of sideStreets()) line(street, 'street').addTo(map);
  for (const edge of ['road-edge', 'road']) {
    line(smooth(commute), edge).addTo(map);
    for (const road of taiyuan.roads) line(smooth(road.line), edge).addTo(map);
  }
  for (const { name, place } of taiyuan.districts) label(place, name, 'district').addTo(map);
  for (const { name, line: points } of taiyuan.roads) label(middleOf(points), name, 'street').addTo(map);
  label([112.5278, 37.8705], '汾河', 'water').addTo(map);
}

const polygon = (points: Line, kind: string): L.Polygon =>
  L.polygon(points.map(latLng), { className: `base base--${kind}`, interactive: false, stroke: false });

const line = (points: Line, kind: string): L.Polyline =>
  L.polyline(points.map(latLng), { className: `base base--${kind}`, interactive: false });

const label = (place: Line[number], text: string, kind: string): L.Marker =>
  L.marker(latLng(place), {
    icon: L.divIcon({ className: `base-label base-label--${kind}`, html: text, iconSize: [72, 18] }),
    interactive: false,
    keyboard: false,
    pane: 'overlayPane',
  });

const latLng = ([longitude, latitude]: Line[number]): L.LatLngTuple => [latitude, longitude];

const middleOf = (points: Line): Line[number] => {
  const [first = [0, 0], second = first] = points.slice(Math.floor((points.length - 1) / 2));
  return [(first[0] + second[0]) / 2, (first[1] + second[1]) / 2];
};

/** The same line with soft bends: eight points on a Catmull–Rom curve between any two. */
function smooth(points: Line): Line {
  const at = (index: number) => points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0];
  const curve = points.slice(0, -1).flatMap((_point, index) => {
    const four = [index - 1, index, index + 1, index + 2].map(at) as [number, number][];
    return Array.from({ length: 8 }, (_none, step): [number, number] => [
      between(
        four.map(([x]) => x),
        step / 8,
      ),
      between(
        four.map(([, y]) => y),
        step / 8,
      ),
    ]);
  });
  return [...curve, at(points.length - 1)];
}

function between([a = 0, b = 0, c = 0, d = 0]: number[], t: number): number {
  return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t ** 2 + (3 * b - a - 3 * c + d) * t ** 3);
}

/** The two banks of a river that runs north to south, so many degrees of longitude from its middle. */
const banks = (middle: Line, half: number): Line => [
  ...middle.map(([longitude, latitude]): Line[number] => [longitude - half, latitude]),
  ...[...middle].reverse().map(([longitude, latitude]): Line[number] => [longitude + half, latitude]),
];
