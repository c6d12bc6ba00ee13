import { setting } from '../_runtime/setting';

/** WeChat's refusal of a call. */
export interface Refused {
  errcode: number;
  errmsg?: string;
}

/** No answer, or none that is one; -1 is also WeChat's own word for being busy. */
export const away: Refused = { errcode: -1 };

/**
 * One call of WeChat's server API, `user/get?access_token=…`: a GET without a body. Never throws. The address carries the
 * token, so neither it nor the error that may hold it is told.
 */
export async function askWeChatApi(address: string, body: object | undefined, patience: number): Promise<object> {
  const request = body ? { method: 'POST', body: JSON.stringify(body) } : {};
  try {
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(`${setting('WECHAT_API_BASE_URL')}/cgi-bin/${address}`, { ...request, signal });
    return response.ok ? ((await response.json()) as object) : away;
  } catch {
    return away;
  }
}

export const isRefused = (answer: object): answer is Refused => 'errcode' in answer && answer.errcode !== 0;
