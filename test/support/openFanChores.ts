import { demoFanKey } from './demoSettings';
import type { Storefront } from './Storefront';

/** The fans' part of the hour's upkeep. */
export interface FanChores {
  syncFollowers(): Promise<number>;
  forgetFansOfRevoked(): Promise<number>;
  tidyPushes(): Promise<number>;
}

/** Runs them in this process, at the storefront's time: `tick('upkeep')` would run them behind all the others. */
export async function openFanChores({ emulator: { url }, now }: Storefront): Promise<FanChores> {
  Object.assign(process.env, { FAN_KEY: demoFanKey, WECHAT_API_BASE_URL: url, WECHAT_PUSH_URL: `${url}/wechat/push` });
  const { syncFollowers, forgetFansOfRevoked, tidyPushes } = await import('../../cloudfunctions/fan/public');
  return {
    syncFollowers: async () => syncFollowers(await now()),
    forgetFansOfRevoked,
    tidyPushes: async () => tidyPushes(await now()),
  };
}
