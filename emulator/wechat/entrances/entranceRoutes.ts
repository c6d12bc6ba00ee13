import * as v from 'valibot';
import { json, type Route, text } from '../../server/exchange';
import { parseBody, parseJson } from '../../server/parseBody';
import type { AccessTokens } from '../AccessTokens';
import { weChatApiRoute } from '../weChatApiRoute';
import type { Entrances } from './Entrances';

/** The errcodes that a code or a link may fail with. Source: getUnlimitedQRCode, generateUrlLink. */
const Failures = v.strictObject({ errcodes: v.array(v.picklist([-1, 40001, 41030, 42001, 44990, 45009, 85079])) });

/** Mini-program codes and URL Links below WeChat's server API, the links themselves, and at the door how they fail. */
export function entranceRoutes(entrances: Entrances, accessTokens: AccessTokens): Route[] {
  const link = weChatApiRoute('POST', '/wxa/generate_urllink', ({ query, body }) => {
    accessTokens.check(query.get('access_token') ?? '');
    return { errcode: 0, errmsg: 'ok', ...entrances.link(parseJson(body.toString('utf8'))) };
  });
  const code = weChatApiRoute('POST', '/wxa/getwxacodeunlimit', ({ query, body }) => {
    accessTokens.check(query.get('access_token') ?? '');
    return entrances.code(parseJson(body.toString('utf8')));
  });
  return [
    link,
    code,
    {
      method: 'GET',
      path: '/wechat/link/:told',
      answer: ({ params }) => {
        const address = entrances.follow(params.told ?? '');
        return address ? { status: 302, headers: { location: address }, body: '' } : text('链接已失效', 410);
      },
    },
    {
      method: 'POST',
      path: '/_emulator/wechat/entrances',
      answer: (request) => {
        entrances.failWith(parseBody(request, Failures).errcodes);
        return json({});
      },
    },
  ];
}
