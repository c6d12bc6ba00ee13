import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Aes, Decorator, Formatter, Rsa } from 'wechatpay-axios-plugin';
import { type Emulator, startEmulator } from '../../Emulator';
import { localAppId } from '../../localAppId';
import type { MerchantAccount } from './MerchantAccount';

let dataDir: string;
let emulator: Emulator;
let account: MerchantAccount;
let merchant: Merchant;

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'pay-'));
  merchant = await startMerchant();
  await start();
  account = JSON.parse(readFileSync(path.join(dataDir, 'merchant.json'), 'utf8')) as MerchantAccount;
});

afterEach(async () => {
  await emulator.stop();
  await merchant.stop();
  rmSync(dataDir, { recursive: true });
});

test('an order is taken, paid, notified with a verified signature, queried and refunded', async () => {
  const prepayId = await placeOrder('order-0001');
  expect(await prepay(prepayId)).toEqual({ merchant: '媒店', description: '两罐龙井', total: 9800, state: 'NOTPAY' });
  expect(await query('order-0001')).toMatchObject({ trade_state: 'NOTPAY' });

  expect(await requestPayment(prepayId)).toBe('requestPayment:ok');
  expect(await merchant.heard(1)).toMatchObject({
    event_type: 'TRANSACTION.SUCCESS',
    resource: {
      out_trade_no: 'order-0001',
      trade_state: 'SUCCESS',
      amount: { total: 9800, payer_total: 9800 },
      payer: { openid: 'oAnn' },
    },
  });
  const paid = await query('order-0001');
  expect(paid).toMatchObject({ trade_state: 'SUCCESS', trade_type: 'JSAPI', appid: localAppId });
  expect(paid.success_time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);

  const request = refundRequest('refund-1', 4800);
  expect(await client().post('v3/refund/domestic/refunds', request)).toMatchObject({
    data: { status: 'PROCESSING' },
  });
  expect((await client().get('v3/refund/domestic/refunds/refund-1')).data).toMatchObject({
    status: 'SUCCESS',
    transaction_id: paid.transaction_id,
    amount: { total: 9800, refund: 4800 },
  });
  expect(await merchant.heard(2)).toMatchObject({
    event_type: 'REFUND.SUCCESS',
    resource: { out_refund_no: 'refund-1', refund_status: 'SUCCESS' },
  });
  expect(await query('order-0001')).toMatchObject({ trade_state: 'REFUND' });
});

test('asking again with the same fields finds the same order; other fields are refused', async () => {
  expect(await placeOrder('order-0002')).toBe(await placeOrder('order-0002'));
  await expect(placeOrder('order-0002', { amount: { total: 1 } })).rejects.toMatchObject(
    failure(403, 'OUT_TRADE_NO_USED'),
  );
});

test('an order is paid once, and a paid one can be neither closed nor placed again', async () => {
  const prepayId = await placeOrder('order-0003');
  expect(await requestPayment(prepayId)).toBe('requestPayment:ok');
  expect(await requestPayment(prepayId)).toBe('requestPayment:fail 该订单已支付');
  await expect(close('order-0003')).rejects.toMatchObject(failure(400, 'ORDERPAID'));
  await expect(placeOrder('order-0003')).rejects.toMatchObject(failure(400, 'ORDERPAID'));
  await merchant.heard(1);
  expect(merchant.notices).toHaveLength(1);
});

test('a cancelled payment leaves the order open; a closed or expired one cannot be paid', async () => {
  const prepayId = await placeOrder('order-0004');
  expect(await requestPayment(prepayId, { outcome: 'cancel' })).toBe('requestPayment:fail cancel');
  expect(await query('order-0004')).toMatchObject({ trade_state: 'NOTPAY' });
  await close('order-0004');
  await close('order-0004');
  expect(await requestPayment(prepayId)).toBe('requestPayment:fail 订单已关闭');

  const late = await placeOrder('order-0005', { time_expire: inMinutes(15) });
  await advance(16 * 60_000);
  expect(await requestPayment(late)).toBe('requestPayment:fail 订单已超过支付结束时间');
  expect(merchant.notices).toHaveLength(0);
});

test('what the merchant did not sign is refused', async () => {
  const prepayId = await placeOrder('order-0006');
  expect(await requestPayment(prepayId, { paySign: 'bm90IHNpZ25lZA==' })).toBe('requestPayment:fail 支付验证签名失败');

  const signed = signedHeaders('GET', '/wechatpay/v3/pay/transactions/out-trade-no/order-0006?mchid=1900006109');
  const other = `${emulator.url}/wechatpay/v3/pay/transactions/out-trade-no/order-0007?mchid=1900006109`;
  for (const headers of [signed, {}, { authorization: signed.authorization.replace('nonce_str', 'nonce') }]) {
    const answer = await fetch(other, { headers: { accept: 'application/json', ...headers } });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'SIGN_ERROR' });
  }
  await advance(6 * 60_000);
  await expect(query('order-0006')).rejects.toMatchObject(failure(401, 'SIGN_ERROR'));
});

test.each([
  [{ amount: { total: 0 } }, '/amount/total'],
  [{ amount: { total: 98.5 } }, '/amount/total'],
  [{ payer: {} }, '/payer/openid'],
  [{ description: '' }, '/description'],
  [{ out_trade_no: 'short' }, '/out_trade_no'],
  [{ notify_url: 'http://127.0.0.1/a?b=c' }, '/notify_url'],
  [{ settle_info: { profit_sharing: true } }, '/settle_info'],
])('the order %j is refused, naming %s', async (fields, field) => {
  const refused = placeOrder('order-0008', fields);
  await expect(refused).rejects.toMatchObject(failure(400, 'PARAM_ERROR'));
  await expect(refused).rejects.toMatchObject({ response: { data: { detail: { field } } } });
});

test('refunds never exceed what was paid, and a repeated one pays back once', async () => {
  const refund = (no: string, amount: number) =>
    client().post('v3/refund/domestic/refunds', refundRequest(no, amount, 'order-0009'));
  const prepayId = await placeOrder('order-0009');
  await expect(refund('early', 100)).rejects.toMatchObject(failure(404, 'RESOURCE_NOT_EXISTS'));
  await requestPayment(prepayId);
  await refund('first', 9000);
  await refund('first', 9000);
  await expect(refund('first', 800)).rejects.toMatchObject(failure(400, 'INVALID_REQUEST'));
  await expect(refund('second', 801)).rejects.toMatchObject(failure(400, 'INVALID_REQUEST'));
  await refund('second', 800);
});

test('a notification the merchant does not take comes again, also after a restart', async () => {
  merchant.status = 500;
  await requestPayment(await placeOrder('order-0010'));
  await merchant.heard(1);
  await emulator.stop();
  await start();
  merchant.status = 204;
  await advance(15_000);
  expect(await merchant.heard(2)).toMatchObject({ resource: { out_trade_no: 'order-0010' } });
});

async function start(): Promise<void> {
  emulator = await startEmulator({ port: 0, dataDir });
}

function client(): Decorator['v3'] {
  return new Decorator({
    mchid: account.mchid,
    serial: account.serial,
    privateKey: account.merchantPrivateKey,
    certs: { [account.publicKeyId]: account.weChatPayPublicKey },
    baseURL: `${emulator.url}/wechatpay/`,
  }).v3;
}

async function placeOrder(outTradeNo: string, fields: Record<string, unknown> = {}): Promise<string> {
  const { data } = await client().post('v3/pay/transactions/jsapi', {
    appid: localAppId,
    mchid: account.mchid,
    description: '两罐龙井',
    out_trade_no: outTradeNo,
    notify_url: merchant.url,
    amount: { total: 9800, currency: 'CNY' },
    payer: { openid: 'oAnn' },
    ...fields,
  });
  return data.prepay_id;
}

async function query(outTradeNo: string): Promise<Record<string, unknown>> {
  const { data } = await client().get(`v3/pay/transactions/out-trade-no/${outTradeNo}`, {
    params: { mchid: account.mchid },
  });
  return data;
}

async function close(outTradeNo: string): Promise<void> {
  const { status } = await client().post(`v3/pay/transactions/out-trade-no/${outTradeNo}/close`, {
    mchid: account.mchid,
  });
  expect(status).toBe(204);
}

function refundRequest(outRefundNo: string, refund: number, outTradeNo = 'order-0001'): Record<string, unknown> {
  const amount = { refund, total: 9800, currency: 'CNY' };
  return { out_trade_no: outTradeNo, out_refund_no: outRefundNo, notify_url: merchant.url, amount };
}

async function requestPayment(prepayId: string, changed: Record<string, string> = {}): Promise<string> {
  const timeStamp = Formatter.timestamp().toString();
  const nonceStr = Formatter.nonce();
  const prepayPackage = `prepay_id=${prepayId}`;
  const message = Formatter.joinedByLineFeed(localAppId, timeStamp, nonceStr, prepayPackage);
  const paySign = Rsa.sign(message, account.merchantPrivateKey);
  const params = { appId: localAppId, timeStamp, nonceStr, package: prepayPackage, signType: 'RSA', paySign };
  const body = JSON.stringify({ ...params, outcome: 'pay', ...changed });
  const answer = await fetch(`${emulator.url}/_emulator/wechat/requestPayment`, { method: 'POST', body });
  return ((await answer.json()) as { errMsg: string }).errMsg;
}

async function prepay(prepayId: string): Promise<unknown> {
  return (await fetch(`${emulator.url}/_emulator/wechat/prepay/${prepayId}`)).json();
}

async function advance(advanceMs: number): Promise<void> {
  await fetch(`${emulator.url}/_emulator/clock`, { method: 'POST', body: JSON.stringify({ advanceMs }) });
}

function signedHeaders(method: string, target: string): { authorization: string } {
  const [timestamp, nonce] = [Formatter.timestamp(), Formatter.nonce()];
  const signature = Rsa.sign(Formatter.request(method, target, timestamp, nonce), account.merchantPrivateKey);
  return { authorization: Formatter.authorization(account.mchid, nonce, signature, timestamp, account.serial) };
}

function failure(status: number, code: string): object {
  return { response: { status, data: { code } } };
}

function inMinutes(minutes: number): string {
  return `${new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 19)}Z`;
}

interface Notice {
  event_type: string;
  resource: Record<string, unknown>;
}

interface Merchant {
  url: string;
  status: number;
  notices: Notice[];
  /** The n-th notification, decrypted, once it has come. */
  heard(n: number): Promise<Notice | undefined>;
  stop(): Promise<void>;
}

/** A merchant's notify_url: it verifies and decrypts as WeChat Pay documents, and fails the test otherwise. */
async function startMerchant(): Promise<Merchant> {
  const waiting: (() => void)[] = [];
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const headers = request.headers as Record<string, string>;
    expect(headers['wechatpay-serial']).toBe(account.publicKeyId);
    const message = Formatter.response(headers['wechatpay-timestamp'] ?? '', headers['wechatpay-nonce'] ?? '', body);
    expect(Rsa.verify(message, headers['wechatpay-signature'] ?? '', account.weChatPayPublicKey)).toBe(true);
    const { event_type, resource } = JSON.parse(body);
    const { ciphertext, nonce, associated_data } = resource;
    const plain = Aes.AesGcm.decrypt(ciphertext, account.apiV3Key, nonce, associated_data);
    opened.notices.push({ event_type, resource: JSON.parse(plain) });
    response.writeHead(opened.status).end();
    for (const wake of waiting.splice(0)) wake();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const opened: Merchant = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`,
    status: 204,
    notices: [],
    heard: async (n) => {
      while (opened.notices.length < n) await new Promise<void>((resolve) => waiting.push(resolve));
      return opened.notices[n - 1];
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return opened;
}
