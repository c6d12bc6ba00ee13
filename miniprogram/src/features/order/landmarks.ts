import type { Place } from '@shared/kernel/geo';

/** A place that people of the town know. */
export interface Landmark {
  id: string;
  name: string;
  place: Place;
}

/** Places of Taiyuan for the browser preview: two within the demo shop's 3 km, one beyond. GCJ-02. */
export const landmarks: readonly Landmark[] = [
  { id: 'liuxiang', name: '柳巷', place: [112.5601, 37.8681] },
  { id: 'yingze-park', name: '迎泽公园', place: [112.5535, 37.857] },
  { id: 'south-station', name: '太原南站', place: [112.6053, 37.7869] },
];
