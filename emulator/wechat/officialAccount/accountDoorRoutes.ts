import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { CloudBaseError } from '../../CloudBaseError';
import type { Person } from '../../identity/Person';
import { type HttpRequest, json, type Route } from '../../server/exchange';
import { parseBody } from '../../server/parseBody';
import { AccountSwitch } from './AccountSwitchboard';
import type { Component } from './Component';
import { enterServer } from './enterServer';
import type { OfficialAccount, QrCode } from './OfficialAccount';
import { localComponent, type OfficialAccounts, openIdFor } from './OfficialAccounts';
import { PushServer } from './signedPush';

const NewAccount = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty()),
  verified: v.optional(v.boolean(), true),
  sharesOpenPlatform: v.optional(v.boolean(), true),
});
const Whose = v.strictObject({ openId: v.string() });
const Scan = v.strictObject({ openId: v.string(), code: v.string() });
const Say = v.strictObject({ openId: v.string(), content: v.string() });
/** `preAuthCode`: of the platform's page where the administrator does it. */
const Authorise = v.strictObject({ preAuthCode: v.optional(v.string(), '') });
const PlatformServer = v.strictObject({ ...PushServer.entries, messagesUrl: v.optional(v.pipe(v.string(), v.url())) });
const Strangers = v.strictObject({ count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50_000)) });
const Article = v.strictObject({
  title: v.pipe(v.string(), v.nonEmpty()),
  author: v.optional(v.string(), ''),
  digest: v.optional(v.string(), ''),
  content: v.optional(v.string(), ''),
});

const mostShown = 100;

/** What the routes stand on; `people` can follow and scan. */
export interface AccountDoor {
  accounts: OfficialAccounts;
  component: Component;
  people: readonly Person[];
}

/**
 * The official accounts at the door: opening one and entering its server, what people do with it in WeChat, what its
 * administrator does, and what is to go wrong. People are named by their openid of the mini program.
 */
export function accountDoorRoutes(door: AccountDoor): Route[] {
  const { accounts } = door;
  const { switchboard } = accounts;
  const switches = () => json({ switches: switchboard.switches });
  return [
    { method: 'GET', path: '/_emulator/wechat/accounts', answer: () => json(overview(accounts)) },
    route('accounts', (request) => json({ account: accounts.openAccount(parseBody(request, NewAccount)) })),
    ...byPeople(door),
    ...byAdministrator(door),
    { method: 'GET', path: '/_emulator/wechat/accountSwitches', answer: switches },
    route('accountSwitches', (request) => {
      switchboard.switchOn(parseBody(request, AccountSwitch));
      return switches();
    }),
    route('accountSwitches/reset', () => {
      switchboard.reset();
      return switches();
    }),
  ];
}

/** What people do in WeChat. Each answers the person's openid for the account. */
function byPeople({ accounts, people }: AccountDoor): Route[] {
  const act = (name: string, work: (account: OfficialAccount, request: HttpRequest) => string) =>
    route(`accounts/:appId/${name}`, (request) => json({ openId: work(accountOf(accounts, request), request) }));
  return [
    act('follow', (account, request) => {
      const person = personOf(people, parseBody(request, Whose).openId);
      return accounts.follow(account, person).openId;
    }),
    act('unfollow', (account, request) => {
      const openId = openIdFor(account.appId, personOf(people, parseBody(request, Whose).openId).openId);
      accounts.unfollow(account, openId);
      return openId;
    }),
    act('scan', (account, request) => {
      const { openId, code } = parseBody(request, Scan);
      const person = personOf(people, openId);
      accounts.scan(account, person, codeOf(accounts, account, code));
      return openIdFor(account.appId, person.openId);
    }),
    act('say', (account, request) => {
      const { openId: whose, content } = parseBody(request, Say);
      const openId = openIdFor(account.appId, personOf(people, whose).openId);
      const follower = accounts.records.follower(account.appId, openId);
      if (!follower) throw new CloudBaseError('INVALID_PARAM', 'Only a follower can write to the account.');
      accounts.say(account, follower, content);
      return openId;
    }),
    act('strangers', (account, request) => {
      accounts.addStrangers(account, parseBody(request, Strangers).count);
      return '';
    }),
  ];
}

/** What an account's administrator does on the account's page, and the platform's on its own. */
function byAdministrator({ accounts, component }: AccountDoor): Route[] {
  const { records, clock } = accounts;
  return [
    route('accounts/:appId/server', async (request) => {
      const account = accountOf(accounts, request);
      const server = parseBody(request, PushServer);
      await enterServer(server, clock.now());
      records.saveAccount({ ...account, server });
      return json({});
    }),
    route('accounts/:appId/authorise', (request) => {
      const { preAuthCode } = parseBody(request, Authorise);
      return json(component.authorise(accountOf(accounts, request), preAuthCode));
    }),
    route('accounts/:appId/revoke', (request) => {
      component.revoke(accountOf(accounts, request));
      return json({});
    }),
    route('accounts/:appId/publish', (request) => {
      const { appId } = accountOf(accounts, request);
      const articleId = randomBytes(20).toString('base64url');
      const url = `http://mp.weixin.qq.com/s/${articleId.slice(0, 22)}`;
      records.saveArticle({ ...parseBody(request, Article), articleId, appId, url, publishedAt: clock.now() });
      return json({ articleId, url });
    }),
    route('accounts/:appId/secret', (request) => {
      const account = { ...accountOf(accounts, request), secret: randomBytes(16).toString('hex') };
      records.saveAccount(account);
      return json({ account });
    }),
    route('component', (request) => {
      const { messagesUrl, ...server } = parseBody(request, PlatformServer);
      records.saveComponent({ ...records.component(), server, ...(messagesUrl && { messagesUrl }), ticketAt: 0 });
      component.pushTicket();
      return json({ appId: localComponent.appId, secret: localComponent.secret });
    }),
  ];
}

function overview({ records }: OfficialAccounts): object {
  const accounts = records.accounts().map((account) => ({
    ...account,
    followers: records.countFollowers(account.appId),
    latestFollowers: records.latestFollowers(account.appId, mostShown),
    articles: records.articles(account.appId).length,
  }));
  const { server: componentServer } = records.component();
  return {
    accounts,
    component: { appId: localComponent.appId, ...(componentServer && { server: componentServer }) },
    pushes: records.latestPushes(mostShown),
    messages: records.latestMessages(mostShown),
  };
}

const route = (path: string, answer: Route['answer']): Route => ({
  method: 'POST',
  path: `/_emulator/wechat/${path}`,
  answer,
});

function accountOf({ records }: OfficialAccounts, { params }: HttpRequest): OfficialAccount {
  const account = records.account(params.appId ?? '');
  if (!account) throw new CloudBaseError('INVALID_PARAM', 'There is no such official account.');
  return account;
}

function personOf(people: readonly Person[], openId: string): Person {
  const person = people.find((one) => one.openId === openId);
  if (!person) throw new CloudBaseError('INVALID_PARAM', 'Nobody here has this openId.');
  return person;
}

function codeOf({ records, clock }: OfficialAccounts, { appId }: OfficialAccount, ticketOrUrl: string): QrCode {
  const code = records.qrCode(ticketOrUrl);
  if (code?.appId !== appId) throw new CloudBaseError('INVALID_PARAM', 'This account made no such QR code.');
  if (code.expiresAt <= clock.now()) throw new CloudBaseError('INVALID_PARAM', 'The QR code is over: 二维码已过期.');
  return code;
}
