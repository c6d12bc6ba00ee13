import Taro from '@tarojs/taro';
import { unlessCancelled } from './unlessCancelled';

/** Whether this phone can read codes with its camera. */
export const canScanCode = true;

/** Opens WeChat's scanner; what the code says, or `undefined` when the person left. */
export async function scanCode(): Promise<string | undefined> {
  const scanned = await unlessCancelled(Taro.scanCode({}));
  return scanned?.result;
}
