import { setting } from '../_runtime/setting';

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
export async function callWeChat(path: string, body: object, now: number): Promise<object> {
  try {
    return await post(`${path}?access_token=${await accessToken(now)}`, body);
  } catch (error) {
    if (!(error instanceof WeChatRefused) || !tokenIsOver.includes(error.errcode)) throw error;
    token = undefined;
    return post(`${path}?access_token=${await accessToken(now)}`, body);
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
  const response = await fetch(`${setting('WECHAT_API_BASE_URL')}/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
  });
  // The address carries the token, so it is not told.
  if (!response.ok) throw new Error(`WeChat answered ${response.status}`);
  const answer = (await response.json()) as Answer;
  if (answer.errcode) throw new WeChatRefused(answer.errcode, answer.errmsg ?? '');
  return answer;
}
