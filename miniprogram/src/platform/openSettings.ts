import Taro from '@tarojs/taro';

/** Whether the person can change here what they once forbade. */
export const hasSettings = true;

/** Opens WeChat's list of what this mini program may do; resolves when the person is back. */
export async function openSettings(): Promise<void> {
  await Taro.openSetting({}).catch(() => undefined);
}
