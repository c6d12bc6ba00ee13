import { json, type Route } from '../../server/exchange';
import { parseJson } from '../../server/parseBody';
import type { AccessTokens } from '../AccessTokens';
import type { WeChatPay } from '../pay/WeChatPay';
import { weChatApiRoute } from '../weChatApiRoute';
import { notifyConfirmReceive, uploadShippingInfo } from './shippingInfo';

const mostShown = 100;
const ok = { errcode: 0, errmsg: 'ok' };

/** 发货信息管理 below WeChat's server API; and, at the door, what was uploaded, the last first. */
export function shippingRoutes(pay: WeChatPay, accessTokens: AccessTokens): Route[] {
  const { records, clock } = pay;
  const route = (name: string, act: (body: unknown) => void): Route =>
    weChatApiRoute('POST', `/wxa/sec/order/${name}`, ({ query, body }) => {
      accessTokens.check(query.get('access_token') ?? '');
      act(parseJson(body.toString('utf8')));
      return ok;
    });
  return [
    route('upload_shipping_info', (body) => uploadShippingInfo(records, body, clock.now())),
    route('notify_confirm_receive', (body) => notifyConfirmReceive(records, body, clock.now())),
    {
      method: 'GET',
      path: '/_emulator/wechat/shipments',
      answer: () => json({ shipments: records.latestShipments(mostShown) }),
    },
  ];
}
