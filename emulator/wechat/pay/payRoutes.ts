import { type HttpRequest, type HttpResponse, header, type Route, text } from '../../server/exchange';
import { closeCombination, combinationView, takeCombination } from './combinations';
import { signerOf } from './MerchantAccount';
import { closeOrder, takeOrder, transactionView } from './orders';
import { PayError } from './PayError';
import type { PayOrder } from './PayRecords';
import { CloseCombination, CloseOrder, CombineOrder, JsapiOrder, parsePayRequest, RefundRequest } from './payRequests';
import { makeRefund, refundView } from './refunds';
import type { CallMishap, PayCall } from './Switchboard';
import { signedAnswer, verifyMerchantSignature } from './signatures';
import { billLink, billOf } from './tradeBill';
import type { WeChatPay } from './WeChatPay';

type Answer = { status: 200; value: unknown } | { status: 204 };
type Act = (request: HttpRequest) => Answer;

/** WeChat Pay API v3 below `/wechatpay`: what a merchant calls. Every request is verified, every answer signed. */
export function payRoutes(pay: WeChatPay): Route[] {
  const { records, account, clock } = pay;
  const route = (method: 'GET' | 'POST', path: string, call: PayCall, act: Act): Route => ({
    method,
    path: `/wechatpay/v3/${path}`,
    answer: (request) => answer(pay, request, call, act),
  });
  return [
    route('POST', 'pay/transactions/jsapi', 'prepay', (request) => {
      const order = takeOrder(records, account, parsePayRequest(request, JsapiOrder), clock.now());
      return { status: 200, value: { prepay_id: order.prepayId } };
    }),
    route('GET', 'pay/transactions/out-trade-no/:no', 'query', (request) => {
      requireMchid(pay, request.query.get('mchid'), 'query');
      const outTradeNo = request.params.no ?? '';
      const order = requireOrder(pay, outTradeNo);
      return { status: 200, value: transactionView(order, records.refundsOf(outTradeNo).length > 0) };
    }),
    route('POST', 'pay/transactions/out-trade-no/:no/close', 'close', (request) => {
      requireMchid(pay, parsePayRequest(request, CloseOrder).mchid, 'body');
      closeOrder(records, request.params.no ?? '');
      return { status: 204 };
    }),
    route('POST', 'combine-transactions/jsapi', 'prepay', (request) => {
      const orders = takeCombination(records, account, parsePayRequest(request, CombineOrder), clock.now());
      return { status: 200, value: { prepay_id: orders[0]?.prepayId } };
    }),
    route('GET', 'combine-transactions/out-trade-no/:no', 'query', (request) => {
      const orders = records.ordersOfCombination(request.params.no ?? '');
      const isRefunded = (outTradeNo: string) => records.refundsOf(outTradeNo).length > 0;
      return { status: 200, value: combinationView(orders, isRefunded) };
    }),
    route('POST', 'combine-transactions/out-trade-no/:no/close', 'close', (request) => {
      closeCombination(records, request.params.no ?? '', parsePayRequest(request, CloseCombination));
      return { status: 204 };
    }),
    route('POST', 'refund/domestic/refunds', 'refund', (request) => {
      const asked = parsePayRequest(request, RefundRequest);
      const { refund, isNew } = makeRefund(records, asked, clock.now(), () => pay.switchboard.takeRefund());
      const order = requireOrder(pay, refund.outTradeNo);
      if (isNew) pay.refund(refund, order);
      // WeChat Pay says PROCESSING first, so a merchant must not take the first answer for the end.
      return { status: 200, value: refundView(refund, order, isNew ? 'PROCESSING' : refund.status) };
    }),
    route('GET', 'refund/domestic/refunds/:no', 'queryRefund', (request) => {
      const refund = records.refund(request.params.no ?? '');
      if (!refund) throw new PayError(404, 'RESOURCE_NOT_EXISTS', '退款单不存在');
      return { status: 200, value: refundView(refund, requireOrder(pay, refund.outTradeNo)) };
    }),
    route('GET', 'bill/tradebill', 'bill', (request) => {
      const { token, ...hash } = billLink(records, account, request.query, clock.now());
      return {
        status: 200,
        value: { ...hash, download_url: `${pay.url}/wechatpay/v3/billdownload/file?token=${token}` },
      };
    }),
    {
      method: 'GET',
      path: '/wechatpay/v3/billdownload/file',
      answer: (request) =>
        answered(pay, request, undefined, () =>
          text(billOf(records, account, request.query.get('token') ?? '', clock.now())),
        ),
    },
    {
      method: 'ANY',
      path: '/wechatpay/*',
      answer: (request) =>
        answer(pay, request, undefined, () => {
          throw new PayError(501, 'NOT_EMULATED', `The emulator does not support ${request.method} ${request.path}.`);
        }),
    },
  ];
}

function answer(pay: WeChatPay, request: HttpRequest, call: PayCall | undefined, act: Act) {
  return answered(pay, request, call, () => {
    const done = act(request);
    return signedNow(pay, done.status, done.status === 200 ? done.value : undefined);
  });
}

/** Verifies a request, lets `act` answer it, and lets go wrong what is switched on; refusals are signed, too. */
function answered(
  pay: WeChatPay,
  request: HttpRequest,
  call: PayCall | undefined,
  act: () => HttpResponse,
): HttpResponse | Promise<HttpResponse> {
  try {
    verifyMerchantSignature(request, pay.account, pay.clock.now());
    if (!header(request, 'accept').includes('json'))
      throw new PayError(400, 'INVALID_REQUEST', 'Accept 须为 application/json');
    const mishap = call && pay.switchboard.takeCall(call);
    refuseBefore(mishap);
    const response = act();
    if (mishap === 'errorAfter') throw systemError();
    // The merchant gives up waiting, and its connection with it.
    return mishap === 'silentAfter' ? new Promise(() => undefined) : response;
  } catch (error) {
    if (!(error instanceof PayError)) throw error;
    const { status, code, message, detail } = error;
    return signedNow(pay, status, { code, message, ...(detail ? { detail } : {}) });
  }
}

const signedNow = ({ account, switchboard, clock }: WeChatPay, status: number, value?: unknown): HttpResponse =>
  signedAnswer(signerOf(account, switchboard.takeSigner()), clock.now(), status, value);

function refuseBefore(mishap: CallMishap | undefined): void {
  if (mishap === 'error') throw systemError();
  if (mishap === 'tooOften') throw new PayError(429, 'FREQUENCY_LIMITED', '频率超限，请降低请求频率');
}

const systemError = () => new PayError(500, 'SYSTEM_ERROR', '系统异常，请用相同参数重新调用');

function requireMchid(pay: WeChatPay, mchid: string | null, location: string): void {
  if (mchid === pay.account.mchid) return;
  const detail = { location, field: 'mchid', issue: '与签名的商户号不一致' };
  throw new PayError(400, 'PARAM_ERROR', '参数错误: mchid', detail);
}

function requireOrder(pay: WeChatPay, outTradeNo: string): PayOrder {
  const order = pay.records.order(outTradeNo);
  if (!order) throw new PayError(404, 'ORDER_NOT_EXIST', '订单不存在');
  return order;
}
