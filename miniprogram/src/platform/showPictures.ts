import Taro from '@tarojs/taro';

/** Shows pictures over the whole screen, beginning with the one at `first`; takes addresses as `<Image>` does. */
export function showPictures(addresses: readonly string[], first: number): void {
  void Taro.previewImage({ urls: [...addresses], current: addresses[first] ?? '' });
}
