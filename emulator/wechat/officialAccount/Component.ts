import { randomBytes } from 'node:crypto';
// Named, for a test with a page in it has other globals.
import { clearInterval, setInterval } from 'node:timers';
import { WeChatError } from '../WeChatError';
import type { OfficialAccount } from './OfficialAccount';
import { localComponent, type OfficialAccounts } from './OfficialAccounts';
import type { PushFields } from './signedPush';

const tenMinutes = 600_000;

/** What `query_auth` tells of an account that has authorised the platform. */
export interface Authorisation {
  authorizer_appid: string;
  authorizer_access_token: string;
  /** Seconds. */
  expires_in: number;
  authorizer_refresh_token: string;
  func_info: readonly { funcscope_category: { id: number } }[];
}

/** Messages, users, and articles. Source: 权限集说明. */
const granted = [1, 2, 11].map((id) => ({ funcscope_category: { id } }));

/** The third-party platform at WeChat: its ticket, its tokens, and which accounts have authorised it. */
export class Component {
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly accounts: OfficialAccounts) {
    accounts.clock.onMove(() => this.pushTicket());
    this.#timer = setInterval(() => this.pushTicket(), tenMinutes).unref();
  }

  /** No more tickets. */
  stop(): void {
    clearInterval(this.#timer);
  }

  /** Pushes a new component_verify_ticket when the last one is ten minutes old and a server is entered. */
  pushTicket(): void {
    const { records, clock } = this.accounts;
    const state = records.component();
    if (!state.server || clock.now() - state.ticketAt < tenMinutes) return;
    const ticket = `ticket@@@${randomBytes(36).toString('base64url')}`;
    records.saveComponent({ ...state, ticket, ticketAt: clock.now() });
    this.#tell({ InfoType: 'component_verify_ticket', ComponentVerifyTicket: ticket });
  }

  /** The component's token. Throws WeChatError 40013, 40125, or 61005 and 61006 for a ticket that is none or not the last. */
  issueToken(appId: string, secret: string, ticket: string): { component_access_token: string; expires_in: number } {
    if (appId !== localComponent.appId) throw new WeChatError(40013, 'invalid appid');
    if (secret !== localComponent.secret) throw new WeChatError(40125, 'invalid appsecret');
    const known = this.accounts.records.component().ticket;
    if (known === '') throw new WeChatError(61005, 'component ticket is expired');
    if (ticket !== known) throw new WeChatError(61006, 'component ticket is invalid');
    const { access_token, expires_in } = this.accounts.tokens.issue(appId, 'component');
    return { component_access_token: access_token, expires_in };
  }

  /** A code that begins an authorisation. */
  issuePreAuthCode(): { pre_auth_code: string; expires_in: number } {
    const { access_token, expires_in } = this.accounts.tokens.issue(localComponent.appId, 'preAuth');
    return { pre_auth_code: access_token, expires_in };
  }

  /**
   * The account's administrator authorises the platform, or does so again; the platform is told with a code, and with the
   * pre-auth code of the page where it happened.
   */
  authorise(account: OfficialAccount, preAuthCode = ''): { authorization_code: string } {
    const { tokens, records } = this.accounts;
    const again = account.authorised !== undefined;
    const code = tokens.issue(account.appId, 'code').access_token;
    const refreshToken = `refreshtoken@@@${randomBytes(32).toString('base64url')}`;
    records.saveAccount({ ...account, authorised: account.authorised ?? { refreshToken } });
    this.#tell({
      InfoType: again ? 'updateauthorized' : 'authorized',
      AuthorizerAppid: account.appId,
      AuthorizationCode: code,
      AuthorizationCodeExpiredTime: Math.floor(this.accounts.clock.now() / 1000) + 3600,
      PreAuthCode: preAuthCode,
    });
    return { authorization_code: code };
  }

  /** The account's administrator takes the authorisation back: its tokens end, and the platform is told. */
  revoke(account: OfficialAccount): void {
    if (!account.authorised) return;
    const { authorised: _ended, ...without } = account;
    this.accounts.tokens.end(account.appId, 'authorizer');
    this.accounts.tokens.end(account.appId, 'code');
    this.accounts.records.saveAccount(without);
    this.#tell({ InfoType: 'unauthorized', AuthorizerAppid: account.appId });
  }

  /** Exchanges an authorisation code, once. Throws WeChatError 61010 for one that is over, 61003 when it was revoked. */
  queryAuth(code: string): Authorisation {
    const known = this.accounts.records.token(code);
    if (known?.kind !== 'code' || known.until <= this.accounts.clock.now()) {
      throw new WeChatError(61010, 'code is expired');
    }
    this.accounts.tokens.end(known.owner, 'code');
    return this.#authorisation(this.#authorised(known.owner));
  }

  /** Who an account that has authorised the platform is. Throws WeChatError 61003. */
  authorizerInfo(appId: string): object {
    const { name, originalId, verified } = this.#authorised(appId);
    return {
      authorizer_info: {
        ...{ nick_name: name, user_name: originalId, principal_name: name },
        ...{ service_type_info: { id: 2 }, verify_type_info: { id: verified ? 0 : -1 } },
      },
    };
  }

  /** A new token of an account for the platform. Throws WeChatError 61003, or 61023 for a wrong refresh token. */
  refresh(appId: string, refreshToken: string): Omit<Authorisation, 'authorizer_appid' | 'func_info'> {
    const account = this.#authorised(appId);
    if (account.authorised?.refreshToken !== refreshToken) throw new WeChatError(61023, 'refresh_token is invalid');
    const { authorizer_appid: _, func_info: __, ...tokens } = this.#authorisation(account);
    return tokens;
  }

  #authorised(appId: string): OfficialAccount {
    const account = this.accounts.records.account(appId);
    if (account?.authorised) return account;
    throw new WeChatError(61003, 'component is not authorized by this account');
  }

  #authorisation({ appId, authorised }: OfficialAccount): Authorisation {
    const { access_token, expires_in } = this.accounts.tokens.issue(appId, 'authorizer');
    return {
      authorizer_appid: appId,
      authorizer_access_token: access_token,
      expires_in,
      authorizer_refresh_token: authorised?.refreshToken ?? '',
      func_info: granted,
    };
  }

  #tell(told: PushFields): void {
    const { clock, outbox } = this.accounts;
    const { appId } = localComponent;
    const fields = { AppId: appId, CreateTime: Math.floor(clock.now() / 1000), ...told };
    outbox.add({ to: 'component', appId: localComponent.appId, fields });
    outbox.wake();
  }
}
