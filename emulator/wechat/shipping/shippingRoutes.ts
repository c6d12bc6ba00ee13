import { json, type Route } from '../../server/exchange';
import { parseJson } from '../../server/parseBody';
import type { AccessTokens } from '../AccessTokens';
import type { WeChatPay } from '../pay/WeChatPay';
import { weChatApiRoute } from '../weChatApiRoute';
import { notifyConfirmReceive, uploadShippingInfo } from './shippingInfo';
import { queryTrace, traceWaybill } from './waybills';

const mostShown = 100;
const ok = { errcode: 0, errmsg: 'ok' };

/** 发货信息管理 and 物流查询 below WeChat's server API; and, at the door, what was uploaded, the last first. */
export function shippingRoutes(pay: WeChatPay, accessTokens: AccessTokens): Route[] {
  const { records, clock } = pay;
  const answering = (path: string, answer: (body: unknown) => object): Route =>
    weChatApiRoute('POST', path, ({ query, body }) => {
      accessTokens.check(query.get('access_token') ?? '');
      return { ...ok, ...answer(parseJson(body.toString('utf8'))) };
    });
  const noting = (path: string, note: (body: unknown) => void): Route =>
    answering(path, (body) => {
      note(body);
      return {};
    });
  return [
    noting('/wxa/sec/order/upload_shipping_info', (body) => uploadShippingInfo(records, body, clock.now())),
    noting('/wxa/sec/order/notify_confirm_receive', (body) => notifyConfirmReceive(records, body, clock.now())),
    answering('/cgi-bin/express/delivery/open_msg/trace_waybill', (body) => traceWaybill(records, body)),
    answering('/cgi-bin/express/delivery/open_msg/query_trace', (body) => queryTrace(records, body, clock.now())),
    {
      method: 'GET',
      path: '/_emulator/wechat/shipments',
      answer: () => json({ shipments: records.latestShipments(mostShown) }),
    },
  ];
}
