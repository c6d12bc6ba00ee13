import type { FanContract } from '../../shared/fan/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { setting } from '../_runtime/setting';
import { insertAuthorisation } from './authorisations';
import { readAccount } from './officialAccounts';
import { readPlatform } from './platform';
import { createPreAuthCode } from './platformApi';
import { isRefused } from './weChatApi';

/**
 * Answers the page at WeChat where the account's administrator authorises us. WeChat tells us about it by a push that names
 * the code in this page's address, so nothing that comes back through a browser is believed.
 */
export const beginAuthorisation: Handler<FanContract['beginAuthorisation']> = async ({ shopId }, { now }) => {
  const platform = readPlatform();
  if (!platform) return refuse({ code: 'NO_PLATFORM' });
  const known = await readAccount(shopId);
  if (known?.status === 'bound' && known.by !== 'platform')
    return refuse({ code: 'ANOTHER_IS_BOUND', appId: known.appId });

  const code = await createPreAuthCode(platform, now);
  if (isRefused(code)) return refuse({ code: 'TRY_LATER' });
  const until = now + code.seconds * 1_000;
  await insertAuthorisation(code.text, shopId, until);
  const query = new URLSearchParams({
    ...{ action: 'bindcomponent', no_scan: '1', component_appid: platform.appId, pre_auth_code: code.text },
    // 1: official accounts only.
    ...{ redirect_uri: `${setting('WECHAT_PUSH_URL')}?platform=done`, auth_type: '1' },
  });
  return accept({ url: `${setting('WECHAT_AUTHORISE_URL')}?${query}#wechat_redirect`, until });
};
