import Taro from '@tarojs/taro';

/** Width and height in pixels of a picture on this phone; nothing where it cannot be measured, which only costs a jump. */
export async function pictureSize(local: string): Promise<{ width: number; height: number }> {
  const info = await Taro.getImageInfo({ src: local }).catch(() => undefined);
  return { width: info?.width ?? 0, height: info?.height ?? 0 };
}
