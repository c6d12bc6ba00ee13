import { localComponent } from '../../emulator/wechat/officialAccount/OfficialAccounts';
import type { Storefront } from './Storefront';
import { until } from './until';

/** What a third-party platform signs and encrypts with, in stories that have one. */
export const platformKeys = { token: 'PlatformToken', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };

/** What the functions are told of that platform. */
export const platformSettings = {
  ...{ WECHAT_PLATFORM_APPID: localComponent.appId, WECHAT_PLATFORM_SECRET: localComponent.secret },
  ...{ WECHAT_PLATFORM_TOKEN: platformKeys.token, WECHAT_PLATFORM_AES_KEY: platformKeys.aesKey },
};

/** The platform's operator enters our server at WeChat, which sends its first ticket at once. Resolves when we have it. */
export async function enterPlatform({ emulator, cloudbase }: Storefront): Promise<void> {
  const push = `${emulator.url}/wechat/push`;
  const server = { ...platformKeys, url: `${push}?platform=events`, messagesUrl: `${push}?app=$APPID$` };
  const answer = await fetch(`${emulator.url}/_emulator/wechat/component`, {
    ...{ method: 'POST', body: JSON.stringify(server) },
  });
  if (!answer.ok) throw new Error(`the platform's server was not taken: ${await answer.text()}`);
  const db = cloudbase.database();
  const ticket = db.collection('platformTokens').where({ _id: 'ticket', until: db.command.gt(0) });
  await until(async () => (await ticket.count()).total === 1);
}
