import type { Platform } from './platform';
import { type Issued, keepToken, keptToken, readTicket } from './platformTokens';
import { askWeChatApi, isRefused, type Refused } from './weChatApi';

// The calls of our third-party platform. Source: developers.weixin.qq.com, 第三方平台, 授权相关接口.

/** What an account's administrator granted us. */
export interface Grant {
  appId: string;
  refreshToken: string;
  /** `gh_…`: whom WeChat addresses the account's pushes to. */
  originalId: string;
}

const patience = 2_000;

/** A code that begins an authorisation, and for how many seconds it is good. */
export async function createPreAuthCode(platform: Platform, now: number): Promise<Issued | Refused> {
  const answer = await call<{ pre_auth_code: string; expires_in: number }>(platform, 'api_create_preauthcode', {}, now);
  return isRefused(answer) ? answer : { text: answer.pre_auth_code, seconds: answer.expires_in };
}

/**
 * Exchanges an authorisation code, once, and asks who that is. 61010: it was exchanged before, or is over; 61003: the
 * authorisation was taken back since.
 */
export async function exchangeCode(platform: Platform, code: string, now: number): Promise<Grant | Refused> {
  const asked = { authorization_code: code };
  const granted = await call<{ authorization_info: Authorisation }>(platform, 'api_query_auth', asked, now);
  if (isRefused(granted)) return granted;
  const { authorizer_appid: appId, authorizer_refresh_token: refreshToken } = granted.authorization_info;
  await keepToken(appId, now, tokenIn(granted.authorization_info));
  const about = { authorizer_appid: appId };
  const told = await call<{ authorizer_info: { user_name: string } }>(platform, 'api_get_authorizer_info', about, now);
  return isRefused(told) ? told : { appId, refreshToken, originalId: told.authorizer_info.user_name };
}

/** The token of an account that authorised us. */
export const authorizerToken = (
  platform: Platform,
  { appId, refreshToken }: Pick<Grant, 'appId' | 'refreshToken'>,
  now: number,
): Promise<string | Refused> =>
  keptToken(appId, now, async () => {
    const asked = { authorizer_appid: appId, authorizer_refresh_token: refreshToken };
    const answer = await call<Authorisation>(platform, 'api_authorizer_token', asked, now);
    return isRefused(answer) ? answer : tokenIn(answer);
  });

interface Authorisation {
  authorizer_appid: string;
  authorizer_access_token: string;
  expires_in: number;
  authorizer_refresh_token: string;
}

const tokenIn = ({ authorizer_access_token: text, expires_in: seconds }: Authorisation): Issued => ({ text, seconds });

async function call<Value extends object>(
  platform: Platform,
  name: string,
  body: object,
  now: number,
): Promise<Value | Refused> {
  const token = await keptToken('component', now, () => issueToken(platform));
  if (typeof token !== 'string') return token;
  const address = `component/${name}?${new URLSearchParams({ component_access_token: token })}`;
  // A valid answer has the fields that WeChat documents for the call.
  return (await askWeChatApi(address, { component_appid: platform.appId, ...body }, patience)) as Value | Refused;
}

/** WeChat gives a token to whoever has the ticket that it sent last. */
async function issueToken({ appId, secret }: Platform): Promise<Issued | Refused> {
  const ticket = await readTicket();
  if (!ticket) return { errcode: 61005, errmsg: 'WeChat has not sent a ticket yet' };
  const asked = { component_appid: appId, component_appsecret: secret, component_verify_ticket: ticket };
  const answer = await askWeChatApi('component/api_component_token', asked, patience);
  if (isRefused(answer)) return answer;
  const { component_access_token: text, expires_in: seconds } = answer as ComponentToken;
  return { text, seconds };
}

interface ComponentToken {
  component_access_token: string;
  expires_in: number;
}
