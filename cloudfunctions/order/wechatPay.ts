import { Aes, Formatter, Rsa, Wechatpay } from 'wechatpay-axios-plugin';
import type { OutputOf } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';

/**
 * The merchant's side of WeChat Pay API v3. Keys come from the environment of the function, never from the
 * repository. https://pay.weixin.qq.com/doc/v3/merchant/4012791897 (JSAPI, mini program)
 */
export interface Transaction {
  out_trade_no: string;
  transaction_id?: string;
  trade_state: 'SUCCESS' | 'REFUND' | 'NOTPAY' | 'CLOSED' | 'REVOKED' | 'USERPAYING' | 'PAYERROR';
  /** RFC 3339 */
  success_time?: string;
  /** Whole fen. */
  amount?: { total: number };
}

type PaymentRequest = OutputOf<OrderContract['payOrder']>['payment'];

/** Makes a payment ready and signs what `wx.requestPayment` takes. The same order again gets a fresh request. */
export async function preparePayment(order: {
  orderId: string;
  description: string;
  toPay: number;
  openId: string;
  payBefore: number;
  now: number;
}): Promise<PaymentRequest> {
  const { data } = await client()
    .chain('v3/pay/transactions/jsapi')
    .post<object, Answer<{ prepay_id: string }>>({
      appid: setting('WECHAT_APPID'),
      mchid: setting('WECHAT_PAY_MCHID'),
      description: order.description.slice(0, 120),
      out_trade_no: order.orderId,
      time_expire: rfc3339(order.payBefore),
      notify_url: setting('WECHAT_PAY_NOTIFY_URL'),
      amount: { total: order.toPay, currency: 'CNY' },
      payer: { openid: order.openId },
    });
  return signRequest(`prepay_id=${data.prepay_id}`, order.now);
}

/** Asks how a payment stands. `undefined` when WeChat Pay never heard of it. */
export async function queryPayment(orderId: string): Promise<Transaction | undefined> {
  try {
    const { data } = await client()
      .chain(`v3/pay/transactions/out-trade-no/${orderId}`)
      .get<Transaction>({ params: { mchid: setting('WECHAT_PAY_MCHID') } });
    return data;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

/** Closes a payment so that nobody can pay it any more. Fine if it was never opened; throws if it is paid. */
export async function closePayment(orderId: string): Promise<void> {
  try {
    await client()
      .chain(`v3/pay/transactions/out-trade-no/${orderId}/close`)
      .post({ mchid: setting('WECHAT_PAY_MCHID') });
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}

/** Sends the whole amount back. The same order again is the same refund. Answers whether the money is back already. */
export async function refundPayment(orderId: string, amount: number, reason: string): Promise<'done' | 'underWay'> {
  const { data } = await client()
    .chain('v3/refund/domestic/refunds')
    .post<object, Answer<{ status: string }>>({
      out_trade_no: orderId,
      out_refund_no: `refund-${orderId}`,
      reason,
      amount: { refund: amount, total: amount, currency: 'CNY' },
    });
  return data.status === 'SUCCESS' ? 'done' : 'underWay';
}

/**
 * Opens a notify of WeChat Pay: verifies the signature over the body as it came, refuses anything older or newer than
 * five minutes and every key we do not know (probes with `WECHATPAY/SIGNTEST/` signatures fail to verify), then
 * decrypts. `undefined` means: not from WeChat Pay.
 */
export function openNotify(headers: Record<string, string | undefined>, body: string, now: number): unknown {
  const read = (name: string) => headers[name] ?? headers[name.toLowerCase()] ?? '';
  const timestamp = read('Wechatpay-Timestamp');
  const known = read('Wechatpay-Serial') === setting('WECHAT_PAY_PUBLIC_KEY_ID');
  const fresh = Math.abs(now / 1000 - Number(timestamp)) <= 300;
  const signed = Formatter.response(timestamp, read('Wechatpay-Nonce'), body);
  if (!known || !fresh || !verifies(signed, read('Wechatpay-Signature'))) return undefined;

  const { resource } = JSON.parse(body) as {
    resource: { ciphertext: string; nonce: string; associated_data?: string };
  };
  const { ciphertext, nonce, associated_data: associated } = resource;
  return JSON.parse(Aes.AesGcm.decrypt(ciphertext, setting('WECHAT_PAY_API_V3_KEY'), nonce, associated ?? ''));
}

interface Answer<Data> {
  data: Data;
}

let wechatpay: Wechatpay | undefined;

/** Made at the first payment, not at start: most cold starts of this function never pay. */
function client(): Wechatpay {
  wechatpay ??= new Wechatpay({
    mchid: setting('WECHAT_PAY_MCHID'),
    serial: setting('WECHAT_PAY_SERIAL'),
    privateKey: setting('WECHAT_PAY_PRIVATE_KEY'),
    certs: { [setting('WECHAT_PAY_PUBLIC_KEY_ID')]: setting('WECHAT_PAY_PUBLIC_KEY') },
    baseURL: setting('WECHAT_PAY_BASE_URL'),
    timeout: 4_000,
  });
  return wechatpay;
}

function signRequest(prepay: string, now: number): PaymentRequest {
  const appId = setting('WECHAT_APPID');
  const timeStamp = String(Math.floor(now / 1000));
  const nonceStr = Formatter.nonce();
  const message = Formatter.joinedByLineFeed(appId, timeStamp, nonceStr, prepay);
  const paySign = Rsa.sign(message, setting('WECHAT_PAY_PRIVATE_KEY'));
  return { appId, timeStamp, nonceStr, package: prepay, signType: 'RSA', paySign };
}

function verifies(signed: string, signature: string): boolean {
  try {
    return Rsa.verify(signed, signature, setting('WECHAT_PAY_PUBLIC_KEY'));
  } catch {
    return false;
  }
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`the environment variable ${name} is not set`);
  return value;
}

const rfc3339 = (moment: number): string => new Date(moment).toISOString().replace(/\.\d+Z$/, '+00:00');

const statusOf = (error: unknown): number | undefined => (error as { response?: { status?: number } }).response?.status;
