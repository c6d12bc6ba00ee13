import { WeChatDown } from '../WeChatDown';
import { WeChatError } from '../WeChatError';
import type { AccountSwitchboard } from './AccountSwitchboard';

/** Makes a call, such as `user/get`, fail as the switchboard wants it; else nothing happens. */
export function failAsSwitched(switchboard: AccountSwitchboard, call: string): void {
  const mishap = switchboard.takeCall(call);
  switch (mishap) {
    case undefined:
      return;
    case 'down':
      throw new WeChatDown();
    case 'quota':
      throw new WeChatError(45009, 'reach max api daily quota limit');
    case 'unauthorized':
      throw new WeChatError(48001, 'api unauthorized');
    case 'busy':
      throw new WeChatError(-1, 'system error');
    case 'tokenLost':
      throw new WeChatError(40001, 'invalid credential, access_token is invalid or not latest');
    default:
      mishap satisfies never;
  }
}
