import type { Place } from '@shared/kernel/geo';
import Taro from '@tarojs/taro';

/** Opens WeChat's own map at a place, from where the phone's navigation goes on. */
export function openLocation({ place: [longitude, latitude], name, address }: Destination): void {
  // It fails only when the person leaves it before it is there.
  void Taro.openLocation({ longitude, latitude, name, address, scale: 17 }).catch(() => undefined);
}

/** Where to go. */
export interface Destination {
  place: Place;
  name: string;
  address: string;
}
