import { type HttpRequest, json, type Route, text } from '../server/exchange';
import { WeChatDown } from './WeChatDown';
import { WeChatError } from './WeChatError';

/**
 * A route of WeChat's server API: refusals are HTTP 200 with `{errcode, errmsg}`, WeChatDown is HTTP 502. A picture is
 * answered as bytes, a PNG.
 */
export function weChatApiRoute(
  method: Route['method'],
  path: string,
  answer: (request: HttpRequest) => object | Buffer,
): Route {
  return {
    method,
    path,
    answer: (request) => {
      try {
        const answered = answer(request);
        if (!Buffer.isBuffer(answered)) return json(answered);
        return { status: 200, headers: { 'content-type': 'image/png' }, body: answered };
      } catch (error) {
        if (error instanceof WeChatError) return json({ errcode: error.errcode, errmsg: error.message });
        if (error instanceof WeChatDown) return text('Bad Gateway', 502);
        throw error;
      }
    },
  };
}
