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
  | 'camera'
  | 'cart'
  | 'chart'
  | 'check'
  | 'clock'
  | 'close'
  | 'coffee'
  | 'copy'
  | 'croissant'
  | 'egg'
  | 'flower'
  | 'footprints'
  | 'gift'
  | 'heart'
  | 'locate'
  | 'map'
  | 'map-off'
  | 'minus'
  | 'navigation'
  | 'offline'
  | 'order'
  | 'pencil'
  | 'picture-off'
  | 'pin'
  | 'plus'
  | 'refresh'
  | 'right'
  | 'qr'
  | 'scan'
  | 'scissors'
  | 'search'
  | 'share'
  | 'shield'
  | 'soup'
  | 'store'
  | 'tag'
  | 'ticket'
  | 'trash'
  | 'truck'
  | 'user'
  | 'volume'
  | 'wallet';

/** A Lucide icon in the colour of the text around it; `size` in px. Decoration: whoever uses it says what it means. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <View className={`icon icon--${name}`} style={{ width: `${size}px`, height: `${size}px` }} aria-hidden="true" />
  );
}
