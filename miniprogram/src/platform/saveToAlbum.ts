import Taro from '@tarojs/taro';

/** How saving ended. `denied`: the person once forbade it, and only WeChat's settings change that. */
export type SavedToAlbum = 'saved' | 'cancelled' | 'denied';

/** Puts a picture of this phone into the person's album. Rejects when the phone cannot. */
export async function saveToAlbum(address: string): Promise<SavedToAlbum> {
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: address });
    return 'saved';
  } catch (error) {
    const { errMsg = '' } = error as { errMsg?: string };
    if (/auth/.test(errMsg)) return 'denied';
    if (/cancel/.test(errMsg)) return 'cancelled';
    throw error;
  }
}
