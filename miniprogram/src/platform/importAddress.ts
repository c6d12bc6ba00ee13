import Taro from '@tarojs/taro';
import { unlessCancelled } from './unlessCancelled';

/** An address out of WeChat's own address book. */
export interface ImportedAddress {
  name: string;
  phone: string;
  region: readonly [province: string, city: string, district: string];
  detail: string;
}

/** Whether there is an address book of WeChat's to take from. */
export const canImportAddress = true;

/** Opens WeChat's address book; `undefined` when the person left it. */
export async function importAddress(): Promise<ImportedAddress | undefined> {
  const chosen = await unlessCancelled(Taro.chooseAddress());
  if (!chosen) return undefined;
  const { userName, telNumber, provinceName, cityName, countyName, detailInfo } = chosen;
  return { name: userName, phone: telNumber, region: [provinceName, cityName, countyName], detail: detailInfo };
}
