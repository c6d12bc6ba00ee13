import type { Place } from '@shared/kernel/geo';
import L from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import { fuzzyRadius } from '@/platform/Located';
import { locationChoice } from '@/platform/locationChoice';
import type { MapView as View } from '@/platform/viewOfMap';
import { addBaseMap } from './baseMap';
import type { MapViewProps } from './MapViewProps';
import { countText, type MapMarker } from './markers';
import { wrapped } from './rectangle';
import { tradeIcon } from './tradeIcon';
import 'leaflet/dist/leaflet.css';
import './MapView.scss';

/** The same as in `MapView.tsx`, by Leaflet. */
export function MapView({ id, camera, markers, me, onViewed, onMarkerTap }: MapViewProps) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef({ onViewed, onMarkerTap, camera });
  latest.current = { onViewed, onMarkerTap, camera };
  const [map, setMap] = useState<L.Map>();

  useEffect(() => {
    if (!box.current) return;
    const opened = openMap(box.current, latest.current.camera);
    opened.on('moveend', () => latest.current.onViewed(viewOf(opened)));
    // The sheet in front of the map changes its size.
    const watcher = new ResizeObserver(() => opened.invalidateSize({ pan: false }));
    watcher.observe(box.current);
    latest.current.onViewed(viewOf(opened));
    setMap(opened);
    return () => {
      watcher.disconnect();
      opened.remove();
    };
  }, []);

  useEffect(() => {
    const [longitude, latitude] = camera.centre;
    map?.setView([latitude, longitude], camera.zoom, { animate: !stillPlease() });
  }, [map, camera]);

  useEffect(() => {
    if (!map) return;
    const drawn = L.layerGroup(markers.map((marker) => markerOf(marker, () => latest.current.onMarkerTap(marker))));
    drawn.addTo(map);
    return () => void drawn.remove();
  }, [map, markers]);

  useEffect(() => {
    if (!map || !me) return;
    const here = (locationChoice === 'precise' ? dotAt(me) : aboutAt(me)).addTo(map);
    return () => void here.remove();
  }, [map, me]);

  return <div id={id} ref={box} className="map-view" />;
}

function openMap(box: HTMLElement, { centre: [longitude, latitude], zoom }: MapViewProps['camera']): L.Map {
  const map = L.map(box, {
    zoomControl: false,
    attributionControl: false,
    minZoom: 4,
    maxZoom: 19,
    zoomSnap: 0.5,
    fadeAnimation: !stillPlease(),
    zoomAnimation: !stillPlease(),
    inertia: !stillPlease(),
  });
  const nameScale = () => {
    box.dataset.scale = map.getZoom() >= 15 ? 'street' : map.getZoom() >= 12.5 ? 'town' : 'region';
  };
  map.on('zoomend', nameScale).setView([latitude, longitude], zoom);
  nameScale();
  L.control.scale({ imperial: false, position: 'bottomleft' }).addTo(map);
  addBaseMap(map);
  return map;
}

function viewOf(map: L.Map): View {
  const bounds = map.getBounds();
  const around = bounds.getEast() - bounds.getWest() >= 360;
  return {
    bounds: {
      west: around ? -180 : wrapped(bounds.getWest()),
      south: Math.max(-90, bounds.getSouth()),
      east: around ? 180 : wrapped(bounds.getEast()),
      north: Math.min(90, bounds.getNorth()),
    },
    zoom: map.getZoom(),
  };
}

function markerOf(marker: MapMarker, onTap: () => void): L.Marker {
  const [longitude, latitude] = marker.place;
  const title = marker.kind === 'cluster' ? `${marker.count} 家店` : marker.name;
  const icon = marker.kind === 'cluster' ? clusterIcon(marker.count) : shopIcon(marker);
  const zIndexOffset = marker.kind === 'shop' && marker.chosen ? 1_000 : 0;
  const drawn = L.marker([latitude, longitude], { icon, title, alt: title, zIndexOffset });
  drawn.on('add', () => drawn.getElement()?.setAttribute('data-marker', marker.id));
  return drawn.on('click', onTap);
}

function clusterIcon(count: number): L.DivIcon {
  const side = count < 20 ? 38 : count < 200 ? 46 : 54;
  return L.divIcon({ className: 'map-cluster', html: countText(count), iconSize: [side, side] });
}

function shopIcon({ trade, name, chosen, named }: Extract<MapMarker, { kind: 'shop' }>): L.DivIcon {
  const words = document.createElement('span');
  words.className = 'map-pin__name';
  words.textContent = named || chosen ? name : '';
  const pin = document.createElement('span');
  pin.className = 'map-pin__drop';
  pin.innerHTML = `<i class="icon icon--${tradeIcon[trade]}"></i>`;
  const html = document.createElement('div');
  html.append(pin, words);
  return L.divIcon({
    className: `map-pin ${chosen ? 'map-pin--on' : ''}`,
    html,
    iconSize: chosen ? [40, 48] : [32, 38],
    iconAnchor: chosen ? [20, 48] : [16, 38],
  });
}

const dotAt = ([longitude, latitude]: Place): L.Layer =>
  L.marker([latitude, longitude], {
    icon: L.divIcon({ className: 'map-me', html: '<i></i>', iconSize: [22, 22] }),
    interactive: false,
    keyboard: false,
  });

const aboutAt = ([longitude, latitude]: Place): L.Layer =>
  L.circle([latitude, longitude], { radius: fuzzyRadius, className: 'map-about', interactive: false });

const stillPlease = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
