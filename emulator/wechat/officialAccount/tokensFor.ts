import type { AccessToken } from '../AccessTokens';
import { WeChatError } from '../WeChatError';
import { failAsSwitched } from './failAsSwitched';
import type { OfficialAccounts } from './OfficialAccounts';

/** What gives out the tokens of one app. */
export interface TokenIssuer {
  issue(): AccessToken;
  issueStable(forceRefresh: boolean): AccessToken;
}

/**
 * What gives out the tokens of an official account; undefined when the app id is no account's. Throws WeChatError 41004
 * or 40125 for a missing or wrong secret, 45009 beyond a day's quota, and fails as the switchboard wants (`token`).
 */
export function tokensFor(accounts: OfficialAccounts, appId: string, secret: string): TokenIssuer | undefined {
  const account = accounts.records.account(appId);
  if (!account) return undefined;
  failAsSwitched(accounts.switchboard, 'token');
  if (secret === '') throw new WeChatError(41004, 'appsecret missing');
  if (secret !== account.secret) throw new WeChatError(40125, 'invalid appsecret');
  accounts.quotas.count(appId, 'token');
  return {
    issue: () => accounts.tokens.issue(appId, 'plain'),
    issueStable: (forceRefresh) => accounts.tokens.issueStable(appId, forceRefresh),
  };
}
