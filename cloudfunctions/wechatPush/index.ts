import { type Context, type InvocationContext, openContext } from '../_runtime/context';
import {
  noteServerChecked,
  readAccount,
  readAuthorisedAccounts,
  readPlatform,
  receiveEvent,
  receivePlatformEvent,
  unseal,
} from '../fan/public';
import { type Disbelief, isServerCheck, openPush, type RawPush } from './openPush';

/** What CloudBase's HTTP access hands over (the part that we read). */
interface HttpEvent {
  httpMethod?: string;
  queryStringParameters?: RawPush['query'];
  body?: string;
  isBase64Encoded?: boolean;
}
interface HttpAnswer {
  statusCode: number;
  headers?: Record<string, string>;
  body?: string;
}

/**
 * Where WeChat pushes what happens: at the official account of the shop in `?shop=`, at an account that authorised our
 * third-party platform (`?app=`), and to that platform itself (`?platform=events`). Anybody can call it, so nothing counts
 * before the signature verifies; what is not believed is logged by its reason and leaves nothing. `success` means that we
 * have it; without an answer in five seconds WeChat sends it again, three times.
 */
export async function main(event: HttpEvent, invocation?: InvocationContext): Promise<HttpAnswer> {
  const context = openContext('wechatPush', invocation);
  const { operation, requestId } = context;
  const query = event.queryStringParameters ?? {};
  const shopId = query.shop ?? '';
  let outcome = 'fault';
  try {
    const body = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
    const answer = await (event.httpMethod === 'GET' ? look : receive)({ query, body }, context);
    outcome = answer.outcome;
    return { statusCode: answer.statusCode, headers: plainText, body: answer.body ?? '' };
  } catch (fault) {
    const text = fault instanceof Error ? fault.stack : String(fault);
    console.error(JSON.stringify({ operation, requestId, fault: text }));
    return { statusCode: 500, headers: plainText, body: '' };
  } finally {
    console.info(JSON.stringify({ operation, requestId, ...(isId(shopId) && { shopId }), outcome }));
  }
}

const plainText = { 'content-type': 'text/plain; charset=utf-8' };
const isId = (shopId: string): boolean => /^[\w-]{4,32}$/.test(shopId);

type Pushed = Pick<Context, 'now' | 'newId'>;

interface Answered {
  statusCode: number;
  body?: string;
  /** For the log. */
  outcome: string;
}

/** A browser comes back from WeChat's page, which proves nothing; or WeChat looks whether this is the server of a shop. */
const look = async (push: RawPush, context: Pushed): Promise<Answered> =>
  push.query.platform === 'done' ? authorised : check(push.query.shop ?? '', push, context);

const receive = (push: RawPush, context: Pushed): Promise<Answered> => {
  const { platform, app, shop = '' } = push.query;
  if (platform !== undefined) return receiveOfPlatform(push, context);
  return app === undefined ? receiveOfShop(shop, push, context) : receiveOfAuthorised(app, push, context);
};

/** The owner has entered the server: WeChat wants its `echostr` back. */
async function check(shopId: string, { query }: RawPush, { now }: Pushed): Promise<Answered> {
  const known = await readKeys(shopId);
  if (!known) return unbound;
  const { echostr = '' } = query;
  if (!/^[\w-]{1,64}$/.test(echostr) || !isServerCheck(query, known.keys, now)) return refusals.forged;
  await noteServerChecked(shopId, now);
  return { statusCode: 200, body: echostr, outcome: 'checked' };
}

async function receiveOfShop(shopId: string, push: RawPush, context: Pushed): Promise<Answered> {
  const known = await readKeys(shopId);
  if (!known) return unbound;
  const opened = openPush(push, known.keys, context.now);
  if ('because' in opened) return refusals[opened.because];
  return taken(await receiveEvent(known.account, eventOf(opened.fields), context));
}

/** What our third-party platform is told: its ticket, and who authorises it. */
async function receiveOfPlatform(push: RawPush, { now }: Pushed): Promise<Answered> {
  const platform = readPlatform();
  if (!platform) return unbound;
  const opened = openPush(push, platform, now);
  if ('because' in opened) return refusals[opened.because];
  if (opened.fields.AppId !== platform.appId) return refusals.forged;
  return taken(await receivePlatformEvent(platform, opened.fields, now));
}

/** What happens at an account that authorised the platform: encrypted with the platform's key, for every shop it is bound to. */
async function receiveOfAuthorised(appId: string, push: RawPush, context: Pushed): Promise<Answered> {
  const platform = readPlatform();
  if (!platform) return unbound;
  const opened = openPush(push, platform, context.now);
  if ('because' in opened) return refusals[opened.because];
  const accounts = await readAuthorisedAccounts(appId);
  if (accounts.length === 0) return unbound;
  // The address is not signed, and what is in the push is.
  if (accounts.some(({ originalId }) => originalId !== opened.fields.ToUserName)) return refusals.forged;
  const event = eventOf(opened.fields);
  const outcomes = await Promise.all(accounts.map((account) => receiveEvent(account, event, context)));
  return taken(outcomes.find((outcome) => outcome === 'done') ?? outcomes[0] ?? 'ignored');
}

const eventOf = ({ FromUserName = '', CreateTime = '', Event = '', EventKey = '' }: Record<string, string>) => ({
  ...{ FromUserName, CreateTime, Event, EventKey },
});

const taken = (outcome: string): Answered => ({ statusCode: 200, body: 'success', outcome });
const authorised: Answered = { statusCode: 200, body: '已收到，请回到小程序查看公众号的绑定。', outcome: 'returned' };

async function readKeys(shopId: string) {
  const account = isId(shopId) ? await readAccount(shopId) : undefined;
  if (account?.sealed === undefined || account.by === 'platform') return undefined;
  const { appId, sealed } = account;
  return { account, keys: { ...unseal(sealed, shopId, appId), appId } };
}

const unbound: Answered = { statusCode: 404, outcome: 'unbound' };
const refusals: Record<Disbelief, Answered> = {
  oversized: { statusCode: 413, outcome: 'oversized' },
  stale: { statusCode: 401, outcome: 'stale' },
  malformed: { statusCode: 400, outcome: 'malformed' },
  plain: { statusCode: 400, outcome: 'plain' },
  forged: { statusCode: 401, outcome: 'forged' },
};
