import type { Place } from '@shared/kernel/geo';
import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { Icon } from '@/ui/Icon';
import { MapView } from './MapView';
import type { Camera } from './MapViewProps';
import { PlaceSearch } from './PlaceSearch';
import { centreOf } from './rectangle';
import './PlacePicker.scss';

interface PlacePickerProps {
  /** Where the pin is at first. */
  place: Place;
  /** The pin stands elsewhere; `name` is what the place is called, if it was found by a search. */
  onPick(place: Place, name?: string): void;
}

/** A map under a pin that stays in its middle: who drags the map, moves the pin. */
export function PlacePicker({ place, onPick }: PlacePickerProps) {
  const [camera, setCamera] = useState<Camera>({ centre: place, zoom: 17, serial: 0 });
  // What the map shows because it was told to is no drag.
  const told = useRef(place);
  const viewed = (centre: Place) => {
    if (isAt(centre, told.current)) return;
    told.current = centre;
    onPick(centre);
  };
  const goTo = (found: Place, name: string) => {
    told.current = found;
    setCamera(({ serial }) => ({ centre: found, zoom: 17, serial: serial + 1 }));
    onPick(found, name);
  };
  return (
    <View className="place-picker">
      <View className="place-picker__map">
        <MapView
          id="place-map"
          camera={camera}
          markers={noMarkers}
          me={undefined}
          onViewed={({ bounds }) => viewed(centreOf(bounds))}
          onMarkerTap={() => undefined}
        />
        <View className="place-picker__pin" aria-hidden="true">
          <Icon name="pin" size={40} />
        </View>
        <View className="place-picker__hint">拖动地图，让针尖指着店门</View>
      </View>
      <PlaceSearch from={place} onFound={goTo} />
    </View>
  );
}

const noMarkers: never[] = [];

/** Nearer than a map can be dragged: two hundred-thousandths of a degree, two metres. */
const isAt = (one: Place, other: Place): boolean =>
  Math.abs(one[0] - other[0]) < 2e-5 && Math.abs(one[1] - other[1]) < 2e-5;
