import { type Context, type InvocationContext, openContext } from '../_runtime/context';
import { noteServerChecked, readAccount, receiveEvent, unseal } from '../fan/public';
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
 * Where WeChat pushes what happens at the official account of the shop in `?shop=`. Anybody can call it, so nothing counts
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
    const answer = await (event.httpMethod === 'GET' ? check : receive)(shopId, { query, body }, context);
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

/** The owner has entered the server: WeChat wants its `echostr` back. */
async function check(shopId: string, { query }: RawPush, { now }: Pushed): Promise<Answered> {
  const known = await readKeys(shopId);
  if (!known) return unbound;
  const { echostr = '' } = query;
  if (!/^[\w-]{1,64}$/.test(echostr) || !isServerCheck(query, known.keys, now)) return refusals.forged;
  await noteServerChecked(shopId, now);
  return { statusCode: 200, body: echostr, outcome: 'checked' };
}

async function receive(shopId: string, push: RawPush, context: Pushed): Promise<Answered> {
  const known = await readKeys(shopId);
  if (!known) return unbound;
  const opened = openPush(push, known.keys, context.now);
  if ('because' in opened) return refusals[opened.because];
  const { FromUserName = '', CreateTime = '', Event = '', EventKey = '' } = opened.fields;
  const outcome = await receiveEvent(known.account, { FromUserName, CreateTime, Event, EventKey }, context);
  return { statusCode: 200, body: 'success', outcome };
}

async function readKeys(shopId: string) {
  const account = isId(shopId) ? await readAccount(shopId) : undefined;
  if (account?.sealed === undefined) return undefined;
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
