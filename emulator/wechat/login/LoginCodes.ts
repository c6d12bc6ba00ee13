import { randomBytes } from 'node:crypto';
import type { Person } from '../../identity/Person';
import { WeChatError } from '../WeChatError';

/** What `GET /sns/jscode2session` answers. */
export interface LoginSession {
  openid: string;
  session_key: string;
  unionid?: string;
}

interface Code {
  person: Pick<Person, 'openId' | 'unionId'>;
  until: number;
  used: boolean;
}

const fiveMinutes = 5 * 60_000;

/**
 * The codes of `wx.login`: each is good for one exchange within five minutes of the emulator's clock. They are
 * forgotten when the emulator stops. Source: developers.weixin.qq.com, code2Session.
 */
export class LoginCodes {
  readonly #codes = new Map<string, Code>();

  /** `now` is in ms. */
  constructor(private readonly now: () => number) {}

  /** A code for somebody: 32 characters, as WeChat's. */
  issue(person: Pick<Person, 'openId' | 'unionId'>): string {
    for (const [code, { until }] of this.#codes) if (until <= this.now()) this.#codes.delete(code);
    const code = `0${randomBytes(24).toString('base64url').slice(0, 31)}`;
    this.#codes.set(code, { person, until: this.now() + fiveMinutes, used: false });
    return code;
  }

  /** Who a code stands for. Throws WeChatError 40163 for a used one, 40029 for one that is expired or unknown. */
  exchange(text: string): LoginSession {
    const code = this.#codes.get(text);
    if (!code || code.until <= this.now()) throw new WeChatError(40029, 'invalid code');
    if (code.used) throw new WeChatError(40163, 'code been used');
    code.used = true;
    const { openId, unionId } = code.person;
    const sessionKey = randomBytes(16).toString('base64');
    return { openid: openId, session_key: sessionKey, ...(unionId === undefined ? {} : { unionid: unionId }) };
  }
}
