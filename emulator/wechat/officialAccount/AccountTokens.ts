import { randomBytes } from 'node:crypto';
import type { AccessToken } from '../AccessTokens';
import { WeChatError } from '../WeChatError';
import type { AccountRecords } from './AccountRecords';

/**
 * What a token opens: `plain` (`cgi-bin/token`), `stable` (`stable_token`), `authorizer` (an account, for the
 * third-party platform), `component` (the platform itself), and `code` (an authorisation code).
 */
export type TokenKind = 'plain' | 'stable' | 'authorizer' | 'component' | 'code' | 'preAuth';

const minute = 60_000;
/** The one before stays good for so long after a new one. Source: developers.weixin.qq.com, getAccessToken. */
const grace = 5 * minute;
const lifetimes: Record<TokenKind, number> = {
  plain: 120 * minute,
  stable: 120 * minute,
  authorizer: 120 * minute,
  component: 120 * minute,
  code: 60 * minute,
  preAuth: 30 * minute,
};

/** The tokens of accounts and of the third-party platform; a restart forgets none. */
export class AccountTokens {
  /** `now` is the emulator's clock, in ms. */
  constructor(
    private readonly records: AccountRecords,
    private readonly now: () => number,
  ) {}

  /** A new token; the one before of the same owner and kind lives five minutes more. */
  issue(owner: string, kind: TokenKind): AccessToken {
    const token = `${randomBytes(48).toString('base64url')}`;
    this.records.atomically(() => {
      this.records.shortenTokens(owner, kind, this.now() + grace);
      this.records.saveToken(token, owner, kind, this.now() + lifetimes[kind]);
    });
    return { access_token: token, expires_in: lifetimes[kind] / 1000 };
  }

  /** The token of `stable_token`: the same until it expires. A forced one ends the one before at once. */
  issueStable(owner: string, forceRefresh: boolean): AccessToken {
    const latest = this.records.latestToken(owner, 'stable');
    if (latest && latest.until > this.now() && !forceRefresh) {
      return { access_token: latest.token, expires_in: Math.floor((latest.until - this.now()) / 1000) };
    }
    this.records.removeTokens(owner, 'stable');
    return this.issue(owner, 'stable');
  }

  /** Whose token this is. Throws WeChatError 41001, 40001 or 42001 for one that is missing, unknown or expired. */
  ownerOf(token: string, ...kinds: readonly TokenKind[]): string {
    if (token === '') throw new WeChatError(41001, 'access_token missing');
    const known = this.records.token(token);
    if (!known || !kinds.some((kind) => kind === known.kind)) {
      throw new WeChatError(40001, 'invalid credential, access_token is invalid or not latest');
    }
    if (known.until <= this.now()) throw new WeChatError(42001, 'access_token expired');
    return known.owner;
  }

  /** Ends all tokens of this kind. */
  end(owner: string, kind: TokenKind): void {
    this.records.removeTokens(owner, kind);
  }
}
