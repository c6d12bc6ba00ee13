import { NotEmulated } from '../CloudBaseError';
import { type HttpRequest, json, type Route } from '../server/exchange';
import { parseJson } from '../server/parseBody';
import { checkApp } from './AccessTokens';
import type { WeChat } from './WeChat';
import { WeChatError } from './WeChatError';

/**
 * WeChat's server API under this address instead of https://api.weixin.qq.com. Refusals are HTTP 200 with
 * `{errcode, errmsg}`; a path of it that is not here is NOT_EMULATED by name.
 */
export function weChatApiRoutes(weChat: WeChat): Route[] {
  return [
    api('GET', '/sns/jscode2session', ({ query }) => {
      checkApp(query.get('appid') ?? '', query.get('secret') ?? '');
      const code = query.get('js_code') ?? '';
      if (code === '') throw new WeChatError(41008, 'missing code');
      checkGrant(query.get('grant_type'), 'authorization_code');
      return weChat.loginCodes.exchange(code);
    }),
    api('GET', '/cgi-bin/token', ({ query }) => {
      checkGrant(query.get('grant_type'), 'client_credential');
      checkApp(query.get('appid') ?? '', query.get('secret') ?? '');
      return weChat.accessTokens.issue();
    }),
    api('POST', '/cgi-bin/message/subscribe/send', ({ query, body }) => {
      weChat.accessTokens.check(query.get('access_token') ?? '');
      return weChat.callApi('subscribeMessage.send', parseJson(body.toString('utf8')));
    }),
    api('ANY', '/cgi-bin/*', refuse),
    api('ANY', '/sns/*', refuse),
  ];
}

function api(method: Route['method'], path: string, answer: (request: HttpRequest) => object): Route {
  return {
    method,
    path,
    answer: (request) => {
      try {
        return json(answer(request));
      } catch (error) {
        if (error instanceof WeChatError) return json({ errcode: error.errcode, errmsg: error.message });
        throw error;
      }
    },
  };
}

function checkGrant(given: string | null, expected: string): void {
  if (given !== expected) throw new WeChatError(40002, 'invalid grant_type');
}

function refuse({ method, path }: HttpRequest): never {
  throw new NotEmulated(`${method} ${path}`);
}
