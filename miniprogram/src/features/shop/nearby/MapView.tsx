import type { Place } from '@shared/kernel/geo';
import { Map as WeappMap } from '@tarojs/components';
import { useMemo, useRef } from 'react';
import { fuzzyRadius } from '@/platform/Located';
import { locationChoice } from '@/platform/locationChoice';
import { viewOfMap } from '@/platform/viewOfMap';
import type { Camera, MapViewProps } from './MapViewProps';
import { weappMarkers } from './weappMarkers';

/** WeChat's map. */
export function MapView({ id, camera, markers, me, onViewed, onMarkerTap }: MapViewProps) {
  const numbers = useRef(new Map<string, number>()).current;
  // The same array as long as the markers are the same, or each render would send all of them to the view.
  const drawn = useMemo(() => weappMarkers(markers, (marker) => numberIn(numbers, marker)), [markers, numbers]);
  const about = useMemo(() => (me ? [circleAround(me)] : []), [me]);
  const tap = (event: { detail: { markerId: number | string } }) => {
    const marker = markers.find((each) => numbers.get(each.id) === Number(event.detail.markerId));
    if (marker) onMarkerTap(marker);
  };
  const told = useRef(false);
  const tell = async () => {
    told.current = true;
    onViewed(await viewOfMap(id));
  };
  return (
    <WeappMap
      id={id}
      className="map-view"
      {...lookingAt(camera)}
      markers={drawn as never}
      {...(locationChoice === 'precise' ? { showLocation: me !== undefined } : { circles: about })}
      showScale
      enableRotate={false}
      onRegionChange={(event) => {
        if (event.type === 'end') void tell();
      }}
      onUpdated={() => {
        // A map that nobody moved yet changes no region.
        if (!told.current) void tell();
      }}
      onMarkerTap={tap}
      onLabelTap={tap}
      onError={() => undefined}
    />
  );
}

// WeChat's own dot is exact, so a blurred place is drawn as what it is. WeChat knows no CSS variable.
const circleAround = ([longitude, latitude]: Place) => ({
  longitude,
  latitude,
  radius: fuzzyRadius,
  strokeWidth: 1,
  color: '#22644f80',
  fillColor: '#22644f0a',
});

function lookingAt({ centre: [longitude, latitude], zoom, serial }: Camera) {
  // WeChat ignores a value it was given before, though a finger moved the map since: every second one is a hair beside.
  const hair = serial % 2 === 0 ? 0 : 1e-6;
  return { longitude: longitude + hair, latitude, scale: zoom + hair };
}

function numberIn(numbers: Map<string, number>, id: string): number {
  const number = numbers.get(id) ?? numbers.size + 1;
  numbers.set(id, number);
  return number;
}
