import Taro from '@tarojs/taro';
import { unlessCancelled } from './unlessCancelled';

/** A file that somebody chose: its bytes as base64. */
export interface ChosenFile {
  name: string;
  base64: string;
}

/** Lets the person choose a file with this ending out of a chat, which is where WeChat keeps files; `undefined` when they left. */
export async function chooseFile(ending: string): Promise<ChosenFile | undefined> {
  const chosen = await unlessCancelled(Taro.chooseMessageFile({ count: 1, type: 'file', extension: [ending] }));
  const [file] = chosen?.tempFiles ?? [];
  return file && { name: file.name, base64: await readBase64(file.path) };
}

const readBase64 = (filePath: string): Promise<string> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath,
      encoding: 'base64',
      success: ({ data }) => resolve(data as string),
      fail: reject,
    });
  });
