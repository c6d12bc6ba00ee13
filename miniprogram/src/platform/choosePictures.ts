import Taro from '@tarojs/taro';
import { unlessCancelled } from './unlessCancelled';

/**
 * Lets the person take or choose at most `most` pictures, made smaller by WeChat; answers addresses on this phone, for
 * `<Image>` and `uploadPicture`. None when they left.
 */
export async function choosePictures(most: number): Promise<readonly string[]> {
  const chosen = await unlessCancelled(
    Taro.chooseMedia({ count: most, mediaType: ['image'], sizeType: ['compressed'], sourceType: ['album', 'camera'] }),
  );
  return chosen?.tempFiles.map(({ tempFilePath }) => tempFilePath) ?? [];
}
