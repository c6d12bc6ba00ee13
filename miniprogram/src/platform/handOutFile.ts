import Taro from '@tarojs/taro';
import { unlessCancelled } from './unlessCancelled';

/** Gives the person a file: a mini program hands it to a chat, from which it goes anywhere. Whether they took it. */
export async function handOutFile(name: string, text: string): Promise<boolean> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  await new Promise((resolve, reject) => {
    Taro.getFileSystemManager().writeFile({ filePath, data: text, encoding: 'utf8', success: resolve, fail: reject });
  });
  return (await unlessCancelled(Taro.shareFileMessage({ filePath, fileName: name }))) !== undefined;
}
