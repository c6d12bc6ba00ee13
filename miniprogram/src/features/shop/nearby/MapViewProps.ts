import type { Place } from '@shared/kernel/geo';
import type { MapView } from '@/platform/viewOfMap';
import type { MapMarker } from './markers';

/** Where a map is told to look. */
export interface Camera {
  centre: Place;
  /** From 3, a continent, to 20, a house. */
  zoom: number;
  /** Counts the tellings: a new one moves the map, even back to where it was told to look before. */
  serial: number;
}

/** A map of shops; the same in both targets. */
export interface MapViewProps {
  id: string;
  camera: Camera;
  markers: readonly MapMarker[];
  /** Where the person is, if that is known. */
  me: Place | undefined;
  /** The map came to rest. */
  onViewed(view: MapView): void;
  onMarkerTap(marker: MapMarker): void;
}
