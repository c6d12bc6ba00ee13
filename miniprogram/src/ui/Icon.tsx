import { View } from '@tarojs/components';
import './Icon.scss';

/** Icons in use; each has a line in `Icon.scss`. */
export type IconName =
  | 'alert'
  | 'amphora'
  | 'apple'
  | 'bag'
  | 'bean'
  | 'book'
  | 'bookmark'
  | 'camera'
  | 'cart'
  | 'check'
  | 'clock'
  | 'close'
  | 'coffee'
  | 'copy'
  | 'croissant'
  | 'down'
  | 'egg'
  | 'eye'
  | 'flower'
  | 'footprints'
  | 'gift'
  | 'heart'
  | 'link'
  | 'locate'
  | 'map'
  | 'map-off'
  | 'message'
  | 'minus'
  | 'navigation'
  | 'newspaper'
  | 'offline'
  | 'order'
  | 'pencil'
  | 'picture'
  | 'picture-off'
  | 'pin'
  | 'plus'
  | 'pushpin'
  | 'refresh'
  | 'right'
  | 'scan'
  | 'scissors'
  | 'search'
  | 'shield'
  | 'soup'
  | 'store'
  | 'tag'
  | 'ticket'
  | 'trash'
  | 'truck'
  | 'up'
  | 'user'
  | 'volume'
  | 'wallet'
  | 'words';

/** A Lucide icon in the colour of the text around it; `size` in px. Decoration: whoever uses it says what it means. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <View className={`icon icon--${name}`} style={{ width: `${size}px`, height: `${size}px` }} aria-hidden="true" />
  );
}
