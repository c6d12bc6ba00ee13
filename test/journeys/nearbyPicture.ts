import type { ShopRecord } from '../../cloudfunctions/shop/shops';
import type { Place } from '../../shared/kernel/geo';

/** A stop of the commute, and how many shops are within its kilometre. */
export interface Stop {
  place: Place;
  within: number;
}

const height = 760;
const margin = 20;
const mapWidth = 300;
const chartWidth = 200;

/** The commute as an SVG: left the shops as dots and the way through them, right how many are near at each stop. */
export function drawCommute(stops: readonly Stop[], shops: readonly ShopRecord[]): string {
  const project = projection(stops);
  const dots = shops
    .map(({ location }) => project(location.coordinates))
    .filter(([x, y]) => x > 0 && x < mapWidth && y > 0 && y < height)
    .map(([x, y]) => `M${x} ${y}h0`);
  const way = stops.map(({ place }) => project(place).join(' ')).join('L');
  const most = Math.max(...stops.map(({ within }) => within));
  const bars = stops.map(({ place, within }) => {
    const [, y] = project(place);
    return `M${mapWidth + margin} ${y}h${Math.round((within / most) * chartWidth)}`;
  });
  const width = mapWidth + chartWidth + 2 * margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">
<rect width="${width}" height="${height}" fill="#fbf9f4"/>
<path d="${dots.join('')}" stroke="#c9803f" stroke-width="2.4" stroke-linecap="round" opacity=".55"/>
<path d="M${way}" stroke="#1f6f54" stroke-width="2" fill="none"/>
<path d="${bars.join('')}" stroke="#1f6f54" stroke-width="1.2"/>
<text x="${margin}" y="${height - 6}" fill="#444">600 stops, 100 m apart, north to south</text>
<text x="${mapWidth + margin}" y="${height - 6}" fill="#444">shops within 1 km (most: ${most})</text>
</svg>
`;
}

/** From degrees to whole units of the drawing: the way fills the height, and east is as long as north. */
function projection(stops: readonly Stop[]): (place: Place) => [x: number, y: number] {
  const latitudes = stops.map(({ place }) => place[1]);
  const longitudes = stops.map(({ place }) => place[0]);
  const [north, south] = [Math.max(...latitudes), Math.min(...latitudes)];
  const middle = (Math.max(...longitudes) + Math.min(...longitudes)) / 2;
  const perDegree = (height - 3 * margin) / (north - south);
  const shrink = Math.cos((((north + south) / 2) * Math.PI) / 180);
  return ([longitude, latitude]) => [
    Math.round(mapWidth / 2 + (longitude - middle) * shrink * perDegree),
    Math.round(margin + (north - latitude) * perDegree),
  ];
}
