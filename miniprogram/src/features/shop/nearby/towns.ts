import { distanceMetres, type Place } from '@shared/kernel/geo';

/** A place where there are shops, for whoever does not say where they are. */
export interface Town {
  id: string;
  name: string;
  place: Place;
}

/** The parts of Taiyuan along the demo's commute, from the middle outwards. All shops are near one of them. */
export const towns: readonly [Town, ...Town[]] = [
  { id: 'liuxiang', name: '太原 · 柳巷', place: [112.5567, 37.8706] },
  { id: 'changfeng', name: '太原 · 长风街', place: [112.549, 37.815] },
  { id: 'jiancaoping', name: '太原 · 尖草坪', place: [112.5714, 37.9431] },
  { id: 'xiaodian', name: '太原 · 小店', place: [112.5538, 37.7296] },
  { id: 'yangqu', name: '阳曲', place: [112.5642, 38.0235] },
  { id: 'xugou', name: '清徐 · 徐沟', place: [112.5709, 37.6499] },
];

/** Further than this from every town, in metres, nothing is near. */
const farAway = 50_000;

/** The town nearest to a place, how far it is, and whether that is too far to speak of shops nearby. */
export function nearestTown(place: Place): { town: Town; metres: number; isFar: boolean } {
  const all = towns.map((town) => ({ town, metres: Math.round(distanceMetres(place, town.place)) }));
  const nearest = all.reduce((best, each) => (each.metres < best.metres ? each : best));
  return { ...nearest, isFar: nearest.metres > farAway };
}
