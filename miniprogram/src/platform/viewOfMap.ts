import type { Rectangle } from '@shared/kernel/geo';
import Taro from '@tarojs/taro';

/** What a `<Map>` shows: its edges, and its zoom from 3, a continent, to 20, a house. */
export interface MapView {
  bounds: Rectangle;
  zoom: number;
}

/** Asks the map with this id what it shows just now. */
export async function viewOfMap(id: string): Promise<MapView> {
  const map = Taro.createMapContext(id);
  const [{ southwest, northeast }, { scale }] = await Promise.all([region(map), zoom(map)]);
  const bounds = {
    west: southwest.longitude,
    south: southwest.latitude,
    east: northeast.longitude,
    north: northeast.latitude,
  };
  return { bounds, zoom: scale };
}

const region = (map: Taro.MapContext): Promise<Taro.MapContext.GetRegionSuccessCallbackResult> =>
  new Promise((success, fail) => void map.getRegion({ success, fail }));

const zoom = (map: Taro.MapContext): Promise<Taro.MapContext.GetScaleSuccessCallbackResult> =>
  new Promise((success, fail) => void map.getScale({ success, fail }));
