import type { Place } from '@shared/kernel/geo';
import Taro from '@tarojs/taro';
import { unlessCancelled } from './unlessCancelled';

/** A place that a person pointed at, with the name it has on the map. */
export interface NamedPlace {
  name: string;
  place: Place;
}

/** Opens WeChat's map; `undefined` when the person left it. WeChat answers in GCJ-02. */
export async function chooseLocation(from: Place | undefined): Promise<NamedPlace | undefined> {
  const start = from && { longitude: from[0], latitude: from[1] };
  const chosen = await unlessCancelled(Taro.chooseLocation({ ...start }));
  return chosen && { name: chosen.name || chosen.address, place: [Number(chosen.longitude), Number(chosen.latitude)] };
}
