import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin';
import { fen } from '../../shared/kernel/money';
import type { OutputOf } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import { setting } from '../_runtime/setting';
import type { OrderRecord, PaymentRecord, RefundRecord } from './OrderRecord';
import { payRefusal, weChatPayClient, weChatPayKeys } from './wechatPayClient';

// The merchant's side of WeChat Pay API v3. Keys come from the environment of the function, never from the repository.
// One order: https://pay.weixin.qq.com/doc/v3/merchant/4012791897 (JSAPI); several, paid together, are combined (合单):
// https://pay.weixin.qq.com/doc/v3/merchant/4012556944

type PaymentRequest = OutputOf<OrderContract['payOrder']>['payment'];
type Checkout = OrderRecord['checkout'];

/** A payment of one order, as WeChat Pay's answers and notifies carry it: alone, or as a sub-order. */
interface Transaction {
  out_trade_no: string;
  transaction_id?: string;
  trade_state: 'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR';
  /** RFC 3339 */
  success_time?: string;
  /** Whole fen; a sub-order calls it otherwise. */
  amount?: { total?: number; total_amount?: number };
}
interface Combined {
  combine_out_trade_no: string;
  sub_orders: Transaction[];
}

/** What was paid, by order. */
export type Paid = ReadonlyMap<string, PaymentRecord>;

/** Makes the payment of a checkout ready and signs what `wx.requestPayment` takes. The same again gets a fresh request. */
export async function preparePayment(orders: readonly OrderRecord[], now: number): Promise<PaymentRequest> {
  const [first] = orders;
  if (!first) throw new Error('no orders to pay');
  const request = orders.length === 1 ? single(first) : combined(orders, first);
  const { data } = await weChatPayClient()
    .chain(request.path)
    .post<object, Answer<{ prepay_id: string }>>(request.body);
  return signRequest(`prepay_id=${data.prepay_id}`, now);
}

/** Asks how the payment of a checkout stands. `unknown`: WeChat Pay never heard of it. */
export async function queryPayment(checkout: Checkout): Promise<{ state: 'unknown' | 'unpaid' | 'paid'; paid: Paid }> {
  try {
    const { data } = await weChatPayClient()
      .chain(pathOf(checkout))
      .get<Transaction | Combined>({ params: { mchid: setting('WECHAT_PAY_MCHID') } });
    const paid = paidIn(data);
    return { state: paid.size > 0 ? 'paid' : 'unpaid', paid };
  } catch (error) {
    if (payRefusal(error)?.status === 404) return { state: 'unknown', paid: new Map() };
    throw error;
  }
}

/** Closes a payment so that nobody can pay it any more. Fine if it was never opened; throws if it is paid. */
export async function closePayment(checkout: Checkout): Promise<void> {
  const mchid = setting('WECHAT_PAY_MCHID');
  const body = isCombined(checkout)
    ? {
        combine_appid: setting('WECHAT_APPID'),
        sub_orders: checkout.orderIds.map((orderId) => ({ mchid, out_trade_no: orderId })),
      }
    : { mchid };
  try {
    await weChatPayClient()
      .chain(`${pathOf(checkout)}/close`)
      .post(body);
  } catch (error) {
    if (payRefusal(error)?.status !== 404) throw error;
  }
}

/** Sends money back. The same `refundId` again is the same refund; answers how it stands now. */
export async function refundPayment(
  { _id, price }: OrderRecord,
  { refundId, amount, reason }: RefundRecord,
): Promise<RefundRecord['state']> {
  const { data } = await weChatPayClient()
    .chain('v3/refund/domestic/refunds')
    .post<object, Answer<{ status: keyof typeof refundStates }>>({
      out_trade_no: _id,
      out_refund_no: refundId,
      // At most 80 bytes of UTF-8.
      reason: reason.slice(0, 26),
      notify_url: setting('WECHAT_PAY_NOTIFY_URL'),
      amount: { refund: amount, total: price.toPay, currency: 'CNY' },
    });
  return refundStates[data.status];
}

const refundStates = { SUCCESS: 'done', PROCESSING: 'underWay', ABNORMAL: 'abnormal', CLOSED: 'closed' } as const;

/** What a verified notify tells. `foreign`: it is about another merchant or app. */
export type Notify =
  | { is: 'paid'; paid: Paid }
  | { is: 'refund'; orderId: string; refundId: string; amount: number; state: RefundRecord['state'] }
  | { is: 'foreign' }
  | { is: 'other' };

/**
 * Opens a notify of WeChat Pay: verifies the signature over the body as it came, refuses anything older or newer than
 * five minutes and every key we do not know (probes with `WECHATPAY/SIGNTEST/` signatures fail to verify), then
 * decrypts. `undefined` means: not from WeChat Pay.
 */
export function openNotify(headers: Record<string, string | undefined>, body: string, now: number): Notify | undefined {
  const read = (name: string) => headers[name] ?? headers[name.toLowerCase()] ?? '';
  const timestamp = read('Wechatpay-Timestamp');
  const key = weChatPayKeys()[read('Wechatpay-Serial')];
  const fresh = Math.abs(now / 1000 - Number(timestamp)) <= 300;
  const signed = Formatter.response(timestamp, read('Wechatpay-Nonce'), body);
  if (!key || !fresh || !verifies(signed, read('Wechatpay-Signature'), key)) return undefined;

  const { event_type: event, resource } = JSON.parse(body) as {
    event_type: string;
    resource: { ciphertext: string; nonce: string; associated_data?: string };
  };
  const { ciphertext, nonce, associated_data: associated } = resource;
  const plain = Aes.AesGcm.decrypt(ciphertext, setting('WECHAT_PAY_API_V3_KEY'), nonce, associated ?? '');
  return readNotify(event, JSON.parse(plain));
}

type Resource = (Transaction | Combined) & {
  appid?: string;
  combine_appid?: string;
  mchid?: string;
  combine_mchid?: string;
  out_trade_no?: string;
  out_refund_no?: string;
  refund_status?: keyof typeof refundStates;
  amount?: { refund?: number };
};

function readNotify(event: string, resource: Resource): Notify {
  const appId = resource.combine_appid ?? resource.appid ?? setting('WECHAT_APPID');
  const merchant = resource.combine_mchid ?? resource.mchid;
  if (merchant !== setting('WECHAT_PAY_MCHID') || appId !== setting('WECHAT_APPID')) return { is: 'foreign' };
  if (event === 'TRANSACTION.SUCCESS') return { is: 'paid', paid: paidIn(resource) };
  const { out_trade_no: orderId, out_refund_no: refundId, refund_status: status } = resource;
  const amount = resource.amount?.refund;
  if (!event.startsWith('REFUND.') || !orderId || !refundId || !status || amount === undefined) return { is: 'other' };
  return { is: 'refund', orderId, refundId, amount, state: refundStates[status] };
}

/** The orders that an answer or a notify reports as paid. A payment that was refunded since was paid, too. */
function paidIn(data: Transaction | Combined): Paid {
  const transactions = 'sub_orders' in data ? data.sub_orders : [data];
  const settled = transactions.filter(({ trade_state: state }) => state === 'SUCCESS' || state === 'REFUND');
  return new Map(settled.map((transaction) => [transaction.out_trade_no, paymentOf(transaction)]));
}

function paymentOf({ out_trade_no, transaction_id, amount, success_time }: Transaction): PaymentRecord {
  const total = amount?.total ?? amount?.total_amount;
  if (!transaction_id || total === undefined || !success_time) throw new Error(`incomplete payment of ${out_trade_no}`);
  return { transactionId: transaction_id, amount: fen(total), paidAt: Date.parse(success_time) };
}

const isCombined = ({ orderIds }: Checkout): boolean => orderIds.length > 1;

const pathOf = (checkout: Checkout): string =>
  isCombined(checkout)
    ? `v3/combine-transactions/out-trade-no/${checkout.checkoutId}`
    : `v3/pay/transactions/out-trade-no/${checkout.checkoutId}`;

const single = (order: OrderRecord) => ({
  path: 'v3/pay/transactions/jsapi',
  body: {
    appid: setting('WECHAT_APPID'),
    mchid: setting('WECHAT_PAY_MCHID'),
    description: descriptionOf(order),
    out_trade_no: order._id,
    time_expire: rfc3339(order.payBefore),
    notify_url: setting('WECHAT_PAY_NOTIFY_URL'),
    amount: { total: order.price.toPay, currency: 'CNY' },
    payer: { openid: order.openId },
  },
});

const combined = (orders: readonly OrderRecord[], first: OrderRecord) => ({
  path: 'v3/combine-transactions/jsapi',
  body: {
    combine_appid: setting('WECHAT_APPID'),
    combine_mchid: setting('WECHAT_PAY_MCHID'),
    combine_out_trade_no: first.checkout.checkoutId,
    sub_orders: orders.map((order) => ({
      mchid: setting('WECHAT_PAY_MCHID'),
      attach: order.shopId,
      amount: { total_amount: order.price.toPay, currency: 'CNY' },
      out_trade_no: order._id,
      description: descriptionOf(order),
    })),
    combine_payer_info: { openid: first.openId },
    time_expire: rfc3339(first.payBefore),
    notify_url: setting('WECHAT_PAY_NOTIFY_URL'),
  },
});

const descriptionOf = ({ shopName, lines }: OrderRecord): string => `${shopName}-${lines[0]?.name ?? ''}`.slice(0, 40);

interface Answer<Data> {
  data: Data;
}

function signRequest(prepay: string, now: number): PaymentRequest {
  const appId = setting('WECHAT_APPID');
  const timeStamp = String(Math.floor(now / 1000));
  const nonceStr = Formatter.nonce();
  const message = Formatter.joinedByLineFeed(appId, timeStamp, nonceStr, prepay);
  const paySign = Rsa.sign(message, setting('WECHAT_PAY_PRIVATE_KEY'));
  return { appId, timeStamp, nonceStr, package: prepay, signType: 'RSA', paySign };
}

function verifies(signed: string, signature: string, key: string): boolean {
  try {
    return Rsa.verify(signed, signature, key);
  } catch {
    return false;
  }
}

const rfc3339 = (moment: number): string => new Date(moment).toISOString().replace(/\.\d+Z$/, '+00:00');
