import Taro from '@tarojs/taro';
import { type Entry, entryOf } from './entryOf';

/** Tells how the mini program was opened, and from then on whenever it comes to the front again. */
export function onEntry(listener: (entry: Entry) => void): void {
  const tell = (options: object) => listener(entryOf(options));
  tell(Taro.getEnterOptionsSync());
  Taro.onAppShow(tell);
}

/** Tells whenever the mini program leaves the screen; a few seconds later WeChat lets it do nothing more. */
export const onLeave = (listener: () => void): void => Taro.onAppHide(listener);
