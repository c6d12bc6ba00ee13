import { setting } from './setting';

/** What WeChat's server API answered instead of doing it: `errcode` is its own number. */
export class WeChatRefused extends Error {
  constructor(
    readonly errcode: number,
    message: string,
  ) {
    super(`${errcode} ${message}`);
  }
}

const patience = 4_000;
/** A token is not used in its last minute: WeChat's clock and ours differ. */
const margin = 60_000;
/** A token that somebody replaced, one that is over, and one that never was. */
const tokenIsOver: readonly number[] = [40001, 40014, 42001];

let token: { text: string; until: number } | undefined;

/**
 * Calls WeChat's server API with an access token, which is kept until it expires, and asked for anew once when WeChat
 * does not take it. Answers what WeChat answered. Throws `WeChatRefused`, or what went wrong on the way.
 * Source: getStableAccessToken.
 */
export const callWeChat = (path: string, body: object, now: number): Promise<object> =>
  withToken(now, (text) => post(`${path}?access_token=${text}`, body));

/** The same, where WeChat answers with a picture. */
export const drawByWeChat = (path: string, body: object, now: number): Promise<DrawnPicture> =>
  withToken(now, async (text) => {
    const response = await send(`${path}?access_token=${text}`, body);
    const type = response.headers.get('content-type') ?? '';
    // It says in JSON why it draws nothing.
    if (!type.startsWith('image/')) throw refusalOf((await response.json()) as Answer) ?? new Error(`${path}: ${type}`);
    return { extension: type.includes('png') ? 'png' : 'jpg', content: Buffer.from(await response.arrayBuffer()) };
  });

/** A picture that WeChat drew. */
export interface DrawnPicture {
  extension: 'png' | 'jpg';
  content: Buffer;
}

async function withToken<Answered>(now: number, ask: (text: string) => Promise<Answered>): Promise<Answered> {
  try {
    return await ask(await accessToken(now));
  } catch (error) {
    if (!(error instanceof WeChatRefused) || !tokenIsOver.includes(error.errcode)) throw error;
    token = undefined;
    return ask(await accessToken(now));
  }
}

async function accessToken(now: number): Promise<string> {
  if (token && now < token.until - margin) return token.text;
  const answer = await post('cgi-bin/stable_token', {
    grant_type: 'client_credential',
    appid: setting('WECHAT_APPID'),
    secret: setting('WECHAT_APP_SECRET'),
  });
  const { access_token: text = '', expires_in: seconds = 0 } = answer;
  token = { text, until: now + seconds * 1000 };
  return text;
}

interface Answer {
  errcode?: number;
  errmsg?: string;
  access_token?: string;
  expires_in?: number;
}

async function post(path: string, body: object): Promise<Answer> {
  const response = await send(path, body);
  const answer = (await response.json()) as Answer;
  const refusal = refusalOf(answer);
  if (refusal) throw refusal;
  return answer;
}

const refusalOf = ({ errcode, errmsg = '' }: Answer): WeChatRefused | undefined =>
  errcode ? new WeChatRefused(errcode, errmsg) : undefined;

async function send(path: string, body: object): Promise<Response> {
  const response = await fetch(`${setting('WECHAT_API_BASE_URL')}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
  });
  // The address carries the token, so it is not told.
  if (!response.ok) throw new Error(`WeChat answered ${response.status}`);
  return response;
}
