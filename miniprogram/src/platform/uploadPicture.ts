import Taro from '@tarojs/taro';
import { cloudFault } from './cloudFault';
import { newId } from './newId';
import { fileLimit, withinTime } from './withinTime';

/** Puts a picture of this phone (see `choosePictures`) into the shop's storage; answers its file id. */
export async function uploadPicture(local: string): Promise<string> {
  const cloudPath = `shopper/${newId()}.jpg`;
  // Taro's type wants an option that WeChat does not have.
  const options = { cloudPath, filePath: local } as Parameters<typeof Taro.cloud.uploadFile>[0];
  const uploading = Taro.cloud.uploadFile(options).catch((error: object) => {
    throw cloudFault(error);
  });
  const { fileID } = await withinTime(uploading, fileLimit);
  return fileID;
}
