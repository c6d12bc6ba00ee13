import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../Clock';
import type { Person } from '../../identity/Person';
import { AccountRecords } from './AccountRecords';
import { AccountSwitchboard } from './AccountSwitchboard';
import { AccountTokens } from './AccountTokens';
import { DailyQuotas } from './DailyQuotas';
import { creditAfter, type Occasion } from './messageCredit';
import type { Follower, OfficialAccount, Push, QrCode } from './OfficialAccount';
import { PushOutbox, type ServerOf } from './PushOutbox';
import type { PushFields } from './signedPush';

/** The third-party platform that accounts can authorise; there is one. */
export const localComponent = { appId: 'wx6d65696469616e0c', secret: 'emulator' };

/** What a new account is made of. */
export type NewAccount = Pick<OfficialAccount, 'name' | 'verified' | 'sharesOpenPlatform'>;

/** The server of the official accounts: what it knows, what people do in WeChat, and the events it pushes about that. */
export class OfficialAccounts {
  readonly records: AccountRecords;
  readonly switchboard = new AccountSwitchboard();
  readonly outbox: PushOutbox;
  readonly tokens: AccountTokens;
  readonly quotas: DailyQuotas;

  constructor(
    dataDir: string,
    readonly clock: Clock,
  ) {
    this.records = new AccountRecords(dataDir);
    this.tokens = new AccountTokens(this.records, clock.now);
    this.quotas = new DailyQuotas(clock.now);
    this.outbox = new PushOutbox(this.records, clock, this.switchboard, (push) => this.#serverOf(push));
  }

  /** Opens an account, with an app id, a secret and an original id of its own. */
  openAccount(wanted: NewAccount): OfficialAccount {
    const account = {
      ...wanted,
      appId: `wx${randomBytes(8).toString('hex')}`,
      secret: randomBytes(16).toString('hex'),
      originalId: `gh_${randomBytes(6).toString('hex')}`,
    };
    this.records.saveAccount(account);
    return account;
  }

  /** Somebody begins to follow, or does so already. `code` is the QR code that brought them. */
  follow(account: OfficialAccount, person: Person, code?: QrCode): Follower {
    const openId = openIdFor(account.appId, person.openId);
    const known = this.records.follower(account.appId, openId);
    if (known) return known;
    const now = this.clock.now();
    const follower: Follower = {
      appId: account.appId,
      openId,
      ...(account.sharesOpenPlatform && person.unionId !== undefined && { unionId: person.unionId }),
      subscribedAt: now,
      scene: code ? 'ADD_SCENE_QR_CODE' : 'ADD_SCENE_SEARCH',
      qrScene: code?.scene ?? '',
      credit: creditAfter({ left: 0, until: 0 }, 'follow', now),
    };
    const came = code ? { EventKey: `qrscene_${code.scene}`, Ticket: code.ticket } : { EventKey: '' };
    this.#happens(account, openId, { MsgType: 'event', Event: 'subscribe', ...came }, () =>
      this.records.saveFollower(follower),
    );
    return follower;
  }

  /** Somebody unfollows; who does not follow cannot. */
  unfollow(account: OfficialAccount, openId: string): void {
    if (!this.records.follower(account.appId, openId)) return;
    this.#happens(account, openId, { MsgType: 'event', Event: 'unsubscribe', EventKey: '' }, () =>
      this.records.removeFollower(account.appId, openId),
    );
  }

  /** Somebody scans a QR code with a scene: a follower is heard of as SCAN, anybody else follows. */
  scan(account: OfficialAccount, person: Person, code: QrCode): void {
    const follower = this.records.follower(account.appId, openIdFor(account.appId, person.openId));
    if (!follower) {
      this.follow(account, person, code);
      return;
    }
    const scanned = { MsgType: 'event', Event: 'SCAN', EventKey: code.scene, Ticket: code.ticket };
    this.#happens(account, follower.openId, scanned, () => this.#credit(follower, 'scan'));
  }

  /** A follower writes to the account. */
  say(account: OfficialAccount, follower: Follower, content: string): void {
    const said = { MsgType: 'text', Content: content, MsgId: Number.parseInt(randomBytes(6).toString('hex'), 16) };
    this.#happens(account, follower.openId, said, () => this.#credit(follower, 'message'));
  }

  /** So many followers more whom nobody here knows; nothing is pushed about them. */
  addStrangers(account: OfficialAccount, count: number): void {
    const already = this.records.countFollowers(account.appId);
    const base = {
      appId: account.appId,
      subscribedAt: this.clock.now(),
      scene: 'ADD_SCENE_SEARCH',
      qrScene: '',
    } as const;
    this.records.atomically(() => {
      for (let n = 0; n < count; n += 1) {
        const name = `stranger-${already + n}`;
        const unionId = account.sharesOpenPlatform ? { unionId: `union-${name}` } : {};
        const openId = openIdFor(account.appId, name);
        this.records.saveFollower({ ...base, openId, ...unionId, credit: { left: 0, until: 0 } });
      }
    });
  }

  /** Breaks off what is being pushed and closes the file. */
  async stop(): Promise<void> {
    await this.outbox.stop();
    this.records.close();
  }

  /** An account that has authorised the platform is pushed to the platform's server, in the platform's name. */
  #serverOf({ to, appId }: Push): ReturnType<ServerOf> {
    const { server: platformServer, messagesUrl } = this.records.component();
    const platform = platformServer && { appId: localComponent.appId, server: platformServer };
    if (to === 'component') return platform;
    const account = this.records.account(appId);
    if (!account?.authorised || !messagesUrl) return account?.server && { appId, server: account.server };
    const url = messagesUrl.replaceAll('$APPID$', appId);
    return platform && { ...platform, server: { ...platform.server, url } };
  }

  #credit(follower: Follower, occasion: Occasion): void {
    this.records.saveFollower({ ...follower, credit: creditAfter(follower.credit, occasion, this.clock.now()) });
  }

  /** Keeps what happened and the push about it as one, and pushes. */
  #happens(account: OfficialAccount, openId: string, told: PushFields, write: () => void): void {
    const head = {
      ToUserName: account.originalId,
      FromUserName: openId,
      CreateTime: Math.floor(this.clock.now() / 1000),
    };
    this.records.atomically(() => {
      write();
      this.outbox.add({ to: 'account', appId: account.appId, openId, fields: { ...head, ...told } });
    });
    this.outbox.wake();
  }
}

/** A person's openid for an account: 28 characters, the first seven the same for the whole account. */
export function openIdFor(appId: string, person: string): string {
  return `${openIdStart(appId)}${hash(`${appId} ${person}`).slice(0, 21)}`;
}

/** Whether it can be an openid for this account. */
export const isOpenIdFor = (appId: string, openId: string): boolean =>
  openId.length === 28 && openId.startsWith(openIdStart(appId));

const openIdStart = (appId: string): string => `o${hash(appId).slice(0, 6)}`;
const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
