import type { Trouble } from '../../shared/fan/contract';
import { accept, type Reply, refuse } from '../../shared/kernel/operation';
import { unseal, unsealGrant } from './fanKeys';
import type { OfficialAccountRecord } from './officialAccounts';
import { readPlatform } from './platform';
import { authorizerToken } from './platformApi';
import { dropToken } from './platformTokens';
import { askWeChatApi, away, isRefused, type Refused } from './weChatApi';

/** What WeChat answers, or why it did not do it. */
export type ApiReply<Value> = Reply<Value, { code: Trouble }>;

/** An account as WeChat's server API knows it: by its own secret, or by what it granted our third-party platform. */
export type Credentials = { appId: string; appSecret: string } | { appId: string; refreshToken: string };

/** A call of an account's server API: a GET without a body. */
export interface ApiCall {
  /** Below `/cgi-bin/`, such as `user/get`. */
  path: string;
  query?: Record<string, string>;
  body?: object;
  /** Errcodes that are answers to this call, and answered as they are. */
  told?: readonly number[];
  /** How long to wait for each answer, in ms. */
  patience?: number;
}

const usualPatience = 4_000;
/** A token is not used in its last minute: WeChat's clock and ours differ. */
const margin = 60_000;
/** A token that somebody replaced, one that is over, and one that never was. */
const tokenIsOver: readonly number[] = [40001, 40014, 42001];

/** Source: developers.weixin.qq.com, 全局返回码. 40164: our address is not on the account's list. */
const troubles: Record<number, Trouble> = {
  ...{ [-1]: 'away', 40013: 'credentials', 40125: 'credentials', 40164: 'credentials', 41004: 'credentials' },
  ...{ 45009: 'quota', 45011: 'quota', 48001: 'noRight', 61007: 'noRight' },
  // Of our third-party platform: the account took its authorisation back; the ticket is over, until WeChat sends the next.
  ...{ 61003: 'credentials', 61023: 'credentials', 61005: 'away', 61006: 'away' },
};

const tokens = new Map<string, { text: string; until: number }>();

/** The credentials of a bound account. */
export function credentialsOf({ _id: shopId, by, appId, sealed = '' }: OfficialAccountRecord): Credentials {
  if (by === 'platform') return { appId, refreshToken: unsealGrant(sealed, shopId, appId).refreshToken };
  return { appId, appSecret: unseal(sealed, shopId, appId).appSecret };
}

/**
 * Calls the server API of an account with a token that is kept until it expires, and asked for anew once when WeChat does
 * not take it. Throws only for an answer that we do not know. Source: getStableAccessToken.
 */
export async function callAccount<Value extends object>(
  account: Credentials,
  call: ApiCall,
  now: number,
): Promise<ApiReply<Value>> {
  const first = await callOnce(account, call, now);
  const again = isRefused(first.answer) && tokenIsOver.includes(first.answer.errcode);
  if (again) await forget(account, first.token);
  const { answer } = again ? await callOnce(account, call, now) : first;
  const isAnswer = !isRefused(answer) || call.told?.includes(answer.errcode);
  // A valid answer has the fields that WeChat documents for the call.
  return isAnswer ? accept(answer as Value) : refuse({ code: troubleOf(answer, call.path) });
}

async function callOnce(account: Credentials, call: ApiCall, now: number): Promise<{ answer: object; token: string }> {
  const { path, query = {}, body, patience = usualPatience } = call;
  const token = await accessToken(account, now, patience);
  if (typeof token !== 'string') return { answer: token, token: '' };
  const address = `${path}?${new URLSearchParams({ access_token: token, ...query })}`;
  return { answer: await askWeChatApi(address, body, patience), token };
}

async function accessToken(account: Credentials, now: number, patience: number): Promise<string | Refused> {
  const kept = tokens.get(keyOf(account));
  if (kept && now < kept.until - margin) return kept.text;
  if ('refreshToken' in account) {
    const platform = readPlatform();
    return platform ? authorizerToken(platform, account, now) : away;
  }
  const { appId: appid, appSecret: secret } = account;
  const answer = await askWeChatApi('stable_token', { grant_type: 'client_credential', appid, secret }, patience);
  if (isRefused(answer)) return answer;
  const { access_token: text = '', expires_in: seconds = 0 } = answer as { access_token?: string; expires_in?: number };
  tokens.set(keyOf(account), { text, until: now + seconds * 1000 });
  return text;
}

async function forget(account: Credentials, token: string): Promise<void> {
  tokens.delete(keyOf(account));
  if ('refreshToken' in account) await dropToken(account.appId, token);
}

function troubleOf({ errcode, errmsg = '' }: Refused, path: string): Trouble {
  // A token that WeChat never takes is one that somebody else keeps replacing: it may be over the next time.
  const trouble = tokenIsOver.includes(errcode) ? 'away' : troubles[errcode];
  if (trouble) return trouble;
  throw new Error(`${path}: WeChat answered ${errcode} ${errmsg}`);
}

const keyOf = (account: Credentials): string =>
  'appSecret' in account ? `${account.appId} ${account.appSecret}` : account.appId;
