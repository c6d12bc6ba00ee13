import * as v from 'valibot';
import { NotEmulated } from '../CloudBaseError';
import type { Person } from '../identity/Person';
import type { HttpRequest, Route } from '../server/exchange';
import { parseBody, parseJson } from '../server/parseBody';
import { checkApp } from './AccessTokens';
import { checkText } from './contentCheck/checkText';
import type { OfficialAccounts } from './officialAccount/OfficialAccounts';
import { type TokenIssuer, tokensFor } from './officialAccount/tokensFor';
import type { WeChat } from './WeChat';
import { WeChatError } from './WeChatError';
import { weChatApiRoute } from './weChatApiRoute';

const StableToken = v.object({
  grant_type: v.optional(v.string(), ''),
  appid: v.optional(v.string(), ''),
  secret: v.optional(v.string(), ''),
  force_refresh: v.optional(v.boolean(), false),
});

/**
 * WeChat's server API under this address instead of https://api.weixin.qq.com. A path of it that is not here is NOT_EMULATED by name.
 */
export function weChatApiRoutes(weChat: WeChat, accounts: OfficialAccounts, people: readonly Person[]): Route[] {
  const issuerFor = (appId: string, secret: string): TokenIssuer => {
    const ofAccount = tokensFor(accounts, appId, secret);
    if (ofAccount) return ofAccount;
    checkApp(appId, secret);
    return weChat.accessTokens;
  };
  return [
    weChatApiRoute('GET', '/sns/jscode2session', ({ query }) => {
      checkApp(query.get('appid') ?? '', query.get('secret') ?? '');
      const code = query.get('js_code') ?? '';
      if (code === '') throw new WeChatError(41008, 'missing code');
      checkGrant(query.get('grant_type'), 'authorization_code');
      return weChat.loginCodes.exchange(code);
    }),
    weChatApiRoute('GET', '/cgi-bin/token', ({ query }) => {
      checkGrant(query.get('grant_type'), 'client_credential');
      return issuerFor(query.get('appid') ?? '', query.get('secret') ?? '').issue();
    }),
    weChatApiRoute('POST', '/cgi-bin/stable_token', (request) => {
      const { grant_type, appid, secret, force_refresh } = parseBody(request, StableToken);
      checkGrant(grant_type, 'client_credential');
      return issuerFor(appid, secret).issueStable(force_refresh);
    }),
    weChatApiRoute('POST', '/cgi-bin/message/subscribe/send', ({ query, body }) => {
      weChat.accessTokens.check(query.get('access_token') ?? '');
      return weChat.callApi('subscribeMessage.send', parseJson(body.toString('utf8')));
    }),
    weChatApiRoute('POST', '/wxa/msg_sec_check', ({ query, body }) => {
      weChat.accessTokens.check(query.get('access_token') ?? '');
      return checkText(people, parseJson(body.toString('utf8')));
    }),
    weChatApiRoute('ANY', '/cgi-bin/*', refuse),
    weChatApiRoute('ANY', '/sns/*', refuse),
    weChatApiRoute('ANY', '/wxa/*', refuse),
  ];
}

function checkGrant(given: string | null, expected: string): void {
  if (given !== expected) throw new WeChatError(40002, 'invalid grant_type');
}

function refuse({ method, path }: HttpRequest): never {
  throw new NotEmulated(`${method} ${path}`);
}
