import * as v from 'valibot';
import { CloudBaseError } from '../../CloudBaseError';
import type { Sessions } from '../../identity/Sessions';
import { type HttpRequest, json, type Route } from '../../server/exchange';
import { parseBody } from '../../server/parseBody';
import { whyNotPayable } from './orders';
import type { PayOrder } from './PayRecords';
import { isSignedBy, lines } from './signatures';
import type { WeChatPay } from './WeChatPay';

const RequestPayment = v.object({
  appId: v.string(),
  timeStamp: v.string(),
  nonceStr: v.string(),
  package: v.string(),
  signType: v.string(),
  paySign: v.string(),
  outcome: v.picklist(['pay', 'cancel']),
});

const mostOrders = 100;

/**
 * The payer's side, which on a phone is WeChat itself: what the cashier shows, and paying or cancelling. And what WeChat
 * Pay keeps to itself: its last hundred orders and its notifications.
 */
export function payerRoutes(pay: WeChatPay, sessions: Sessions): Route[] {
  return [
    {
      method: 'GET',
      path: '/_emulator/wechat/prepay/:prepayId',
      answer: (request) => {
        const orders = pay.records.ordersOfPrepay(request.params.prepayId ?? '');
        const [first] = orders;
        if (!first) throw new CloudBaseError('INVALID_PARAM', 'There is no such prepay_id.');
        const description = orders.map((order) => order.request.description).join('；');
        const total = orders.reduce((sum, order) => sum + order.request.amount.total, 0);
        return json({ merchant: pay.account.name, description, total, state: first.state.is });
      },
    },
    {
      method: 'POST',
      path: '/_emulator/wechat/requestPayment',
      answer: (request) => json({ errMsg: `requestPayment:${requestPayment(pay, sessions, request)}` }),
    },
    {
      method: 'GET',
      path: '/_emulator/wechat/orders',
      answer: () => json({ orders: pay.records.latestOrders(mostOrders) }),
    },
    {
      method: 'GET',
      path: '/_emulator/wechat/orders/:no',
      answer: (request) => {
        const outTradeNo = request.params.no ?? '';
        const { records } = pay;
        return json({
          order: records.order(outTradeNo),
          refunds: records.refundsOf(outTradeNo),
          notifications: records.notificationsAbout(outTradeNo),
        });
      },
    },
    {
      method: 'GET',
      path: '/_emulator/wechat/notifications',
      answer: () => {
        const { records } = pay;
        const states = ['pending', 'delivered', 'abandoned'] as const;
        return json({ notifications: states.flatMap((state) => records.notifications(state)) });
      },
    },
  ];
}

function requestPayment(pay: WeChatPay, sessions: Sessions, request: HttpRequest): string {
  const params = parseBody(request, RequestPayment);
  const orders = pay.records.ordersOfPrepay(params.package.replace(/^prepay_id=/, ''));
  const [order] = orders;
  const because = whyRefused(pay, order, params) ?? whyNotThisPayer(order, sessions, request);
  if (because !== undefined || !order) return `fail ${because}`;
  // As in WeChat, a payment that cannot be made fails before the payer can cancel it.
  if (params.outcome === 'cancel') return 'fail cancel';
  pay.pay(orders);
  return 'ok';
}

function whyRefused(
  pay: WeChatPay,
  order: PayOrder | undefined,
  { appId, timeStamp, nonceStr, package: prepay, signType, paySign }: v.InferOutput<typeof RequestPayment>,
): string | undefined {
  if (signType !== 'RSA') return `signType ${signType} is not RSA`;
  const message = lines(appId, timeStamp, nonceStr, prepay);
  if (!isSignedBy(pay.account.merchantPublicKey, message, paySign)) return '支付验证签名失败';
  if (!order) return 'prepay_id 不存在';
  if (order.request.appid !== appId) return '商户号与 AppID 不匹配';
  return whyNotPayable(order, pay.clock.now());
}

function whyNotThisPayer(order: PayOrder | undefined, sessions: Sessions, request: HttpRequest): string | undefined {
  const session = sessions.of(request);
  // A test that pays without acting as anyone is the payer of the order.
  if (session?.kind !== 'wechat' || session.openId === order?.request.payer.openid) return undefined;
  return '下单账号与支付账号不一致';
}
