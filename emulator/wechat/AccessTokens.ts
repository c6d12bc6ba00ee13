import { createHmac, timingSafeEqual } from 'node:crypto';
import path from 'node:path';
import { localAppId } from '../localAppId';
import { readOrMakeKey } from '../readOrMakeKey';
import { WeChatError } from './WeChatError';

/** What `GET /cgi-bin/token` answers. */
export interface AccessToken {
  access_token: string;
  /** Seconds. */
  expires_in: number;
}

/** The app secret of the mini program; it guards nothing but what a developer plays with. */
export const localAppSecret = 'emulator';

const twoHours = 7200;

/** The credentials of WeChat's server API. Source: developers.weixin.qq.com, getAccessToken and its return codes. */
export class AccessTokens {
  readonly #key: Buffer;
  #stable: { token: string; until: number } | undefined;

  /** `now` is the emulator's clock, in ms. */
  constructor(
    dataDir: string,
    private readonly now: () => number,
  ) {
    this.#key = readOrMakeKey(path.join(dataDir, 'wechat.key'));
  }

  /** A token that lives two hours. Unlike in production, an older one stays good beside it. */
  issue(): AccessToken {
    const until = String(Math.floor(this.now() / 1000) + twoHours);
    return { access_token: `${until}_${this.#sign(until)}`, expires_in: twoHours };
  }

  /** The token of `stable_token`: the same one until it expires, or until a new one is forced. */
  issueStable(forceRefresh: boolean): AccessToken {
    const now = this.now();
    if (!this.#stable || forceRefresh || this.#stable.until <= now) {
      this.#stable = { token: this.issue().access_token, until: now + twoHours * 1000 };
    }
    const { token, until } = this.#stable;
    return { access_token: token, expires_in: Math.floor((until - now) / 1000) };
  }

  /** Throws WeChatError 41001, 40001 or 42001 for a token that is missing, not ours or expired. */
  check(token: string): void {
    if (token === '') throw new WeChatError(41001, 'access_token missing');
    const [until = '', signature = ''] = token.split('_');
    const expected = this.#sign(until);
    if (signature.length !== expected.length || !timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) {
      throw new WeChatError(40001, 'invalid credential, access_token is invalid or not latest');
    }
    if (Number(until) * 1000 <= this.now()) throw new WeChatError(42001, 'access_token expired');
  }

  #sign(until: string): string {
    return createHmac('sha256', this.#key).update(until).digest('hex');
  }
}

/** Throws WeChatError 41002, 40013, 41004 or 40125 unless these are the emulator's app id and secret. */
export function checkApp(appId: string, secret: string): void {
  if (appId === '') throw new WeChatError(41002, 'appid missing');
  if (appId !== localAppId) throw new WeChatError(40013, 'invalid appid');
  if (secret === '') throw new WeChatError(41004, 'appsecret missing');
  if (secret !== localAppSecret) throw new WeChatError(40125, 'invalid appsecret');
}
