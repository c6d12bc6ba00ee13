import * as v from 'valibot';
import type { HttpRequest, Route } from '../../server/exchange';
import { parseJson } from '../../server/parseBody';
import type { MessageRecords } from '../messages/MessageRecords';
import { sendSubscribeMessage } from '../messages/sendSubscribeMessage';
import { WeChatError } from '../WeChatError';
import { weChatApiRoute } from '../weChatApiRoute';
import { sendCustomMessage } from './customMessage';
import { failAsSwitched } from './failAsSwitched';
import type { OfficialAccount } from './OfficialAccount';
import type { OfficialAccounts } from './OfficialAccounts';
import { publishedArticles } from './publishedArticles';
import { createQrCode } from './qrCode';
import { userInfo, userPage } from './userInfo';

const ok = { errcode: 0, errmsg: 'ok' };
const Menu = v.object({ button: v.pipe(v.array(v.looseObject({ name: v.string() })), v.minLength(1), v.maxLength(3)) });
const BatchGet = v.object({ user_list: v.pipe(v.array(v.object({ openid: v.string() })), v.maxLength(100)) });

/**
 * The calls of an official account below WeChat's server API, each with its access token, or with that of the third-party
 * platform it authorised. Throws in WeChat's words; 48001 for an account that is not verified, 45009 beyond a day's quota.
 */
export function accountApiRoutes(accounts: OfficialAccounts, messages: MessageRecords): Route[] {
  const { records } = accounts;
  const get = callRoute(accounts, 'GET');
  const post = callRoute(accounts, 'POST');
  return [
    post('menu/create', ({ account, body }) => {
      if (!v.safeParse(Menu, body).success) throw new WeChatError(40016, 'invalid button size');
      records.saveAccount({ ...account, menu: body });
      return ok;
    }),
    get('menu/get', ({ account }) => {
      if (account.menu === undefined) throw new WeChatError(46003, 'menu no exist');
      return { menu: account.menu };
    }),
    get('user/get', ({ account, query }) => userPage(accounts, account.appId, query.get('next_openid') ?? '')),
    get('user/info', ({ account, query }) => userInfo(accounts, account.appId, query.get('openid') ?? '')),
    post('user/info/batchget', ({ account, body }) => {
      const parsed = v.safeParse(BatchGet, body);
      if (!parsed.success) throw new WeChatError(40032, 'invalid openid list size');
      const { user_list } = parsed.output;
      return { user_info_list: user_list.map(({ openid }) => userInfo(accounts, account.appId, openid)) };
    }),
    post('qrcode/create', ({ account, body }) => createQrCode(accounts, account.appId, body)),
    post('message/custom/send', ({ account, body }) => {
      sendCustomMessage(accounts, account.appId, body);
      return ok;
    }),
    post('message/subscribe/bizsend', ({ body }) => ({
      ...sendSubscribeMessage(messages, body, accounts.clock.now()),
    })),
    post('freepublish/batchget', ({ account, body }) => publishedArticles(accounts, account.appId, body)),
  ];
}

interface Call {
  account: OfficialAccount;
  query: URLSearchParams;
  /** The JSON that was sent, if any. */
  body: unknown;
}

const callRoute =
  (accounts: OfficialAccounts, method: 'GET' | 'POST') =>
  (name: string, act: (call: Call) => object): Route =>
    weChatApiRoute(method, `/cgi-bin/${name}`, ({ query, body }: HttpRequest) => {
      failAsSwitched(accounts.switchboard, name);
      const account = accountOf(accounts, query.get('access_token') ?? '');
      accounts.quotas.count(account.appId, name);
      if (!account.verified) throw new WeChatError(48001, 'api unauthorized');
      return act({ account, query, body: method === 'GET' ? undefined : parseJson(body.toString('utf8')) });
    });

function accountOf({ tokens, records }: OfficialAccounts, token: string): OfficialAccount {
  const account = records.account(tokens.ownerOf(token, 'plain', 'stable', 'authorizer'));
  if (!account) throw new WeChatError(40013, 'invalid appid');
  return account;
}
