import { type HttpRequest, json, type Route } from '../server/exchange';
import { WeChatError } from './WeChatError';

/** A route of WeChat's server API: refusals are HTTP 200 with `{errcode, errmsg}`. */
export function weChatApiRoute(method: Route['method'], path: string, answer: (request: HttpRequest) => object): Route {
  return {
    method,
    path,
    answer: (request) => {
      try {
        return json(answer(request));
      } catch (error) {
        if (error instanceof WeChatError) return json({ errcode: error.errcode, errmsg: error.message });
        throw error;
      }
    },
  };
}
