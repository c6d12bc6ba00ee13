import * as v from 'valibot';
import type { Route } from '../../server/exchange';
import { parseJson } from '../../server/parseBody';
import { WeChatError } from '../WeChatError';
import { weChatApiRoute } from '../weChatApiRoute';
import type { Component } from './Component';
import { failAsSwitched } from './failAsSwitched';
import { localComponent, type OfficialAccounts } from './OfficialAccounts';

const Text = v.optional(v.string(), '');
const AskToken = v.object({
  component_appid: Text,
  component_appsecret: Text,
  component_verify_ticket: Text,
});
const Asked = v.object({
  component_appid: Text,
  authorization_code: Text,
  authorizer_appid: Text,
  authorizer_refresh_token: Text,
});

/** The calls of the third-party platform. Source: developers.weixin.qq.com, 第三方平台, 授权相关接口. */
export function componentRoutes(accounts: OfficialAccounts, component: Component): Route[] {
  const route = (name: string, act: (asked: v.InferOutput<typeof Asked>) => object): Route =>
    weChatApiRoute('POST', `/cgi-bin/component/${name}`, ({ query, body }) => {
      failAsSwitched(accounts.switchboard, `component/${name}`);
      // WeChat documents the first name, and takes the second as well.
      const token = query.get('component_access_token') ?? query.get('access_token') ?? '';
      accounts.tokens.ownerOf(token, 'component');
      const asked = read(Asked, body);
      if (asked.component_appid !== localComponent.appId) throw new WeChatError(40013, 'invalid appid');
      return act(asked);
    });
  return [
    weChatApiRoute('POST', '/cgi-bin/component/api_component_token', ({ body }) => {
      failAsSwitched(accounts.switchboard, 'component/api_component_token');
      const asked = read(AskToken, body);
      return component.issueToken(asked.component_appid, asked.component_appsecret, asked.component_verify_ticket);
    }),
    route('api_create_preauthcode', () => component.issuePreAuthCode()),
    route('api_query_auth', (asked) => ({ authorization_info: component.queryAuth(asked.authorization_code) })),
    route('api_get_authorizer_info', (asked) => component.authorizerInfo(asked.authorizer_appid)),
    route('api_authorizer_token', (asked) => component.refresh(asked.authorizer_appid, asked.authorizer_refresh_token)),
  ];
}

function read<Schema extends v.GenericSchema>(schema: Schema, body: Buffer): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, parseJson(body.toString('utf8')));
  if (parsed.success) return parsed.output;
  throw new WeChatError(47001, `data format error: ${v.getDotPath(parsed.issues[0]) ?? 'body'}`);
}
