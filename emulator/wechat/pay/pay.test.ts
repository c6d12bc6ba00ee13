import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Formatter, Rsa } from 'wechatpay-axios-plugin';
import { type Emulator, startEmulator } from '../../Emulator';
import { localAppId } from '../../localAppId';
import { TestMerchant } from './TestMerchant';

let dataDir: string;
let emulator: Emulator;
let merchant: TestMerchant;

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'pay-'));
  emulator = await startEmulator({ port: 0, dataDir });
  merchant = await TestMerchant.open(dataDir, () => emulator.url);
});

afterEach(async () => {
  await emulator.stop();
  await merchant.stop();
  rmSync(dataDir, { recursive: true });
});

test('an order is taken, paid, notified with a verified signature, queried and refunded', async () => {
  const prepayId = await merchant.placeOrder('order-0001');
  expect(await prepay(prepayId)).toEqual({ merchant: '媒店', description: '两罐龙井', total: 9800, state: 'NOTPAY' });
  expect(await merchant.query('order-0001')).toMatchObject({ trade_state: 'NOTPAY' });

  expect(await merchant.requestPayment(prepayId)).toBe('requestPayment:ok');
  expect(await merchant.heard(1)).toMatchObject({
    event_type: 'TRANSACTION.SUCCESS',
    resource: {
      out_trade_no: 'order-0001',
      trade_state: 'SUCCESS',
      amount: { total: 9800, payer_total: 9800 },
      payer: { openid: 'oAnn' },
    },
  });
  const paid = await merchant.query('order-0001');
  expect(paid).toMatchObject({ trade_state: 'SUCCESS', trade_type: 'JSAPI', appid: localAppId });
  expect(paid.success_time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/);

  const request = refundRequest('refund-1', 4800);
  expect(await merchant.api.post('v3/refund/domestic/refunds', request)).toMatchObject({
    data: { status: 'PROCESSING' },
  });
  expect((await merchant.api.get('v3/refund/domestic/refunds/refund-1')).data).toMatchObject({
    status: 'SUCCESS',
    transaction_id: paid.transaction_id,
    amount: { total: 9800, refund: 4800 },
  });
  expect(await merchant.heard(2)).toMatchObject({
    event_type: 'REFUND.SUCCESS',
    resource: { out_refund_no: 'refund-1', refund_status: 'SUCCESS' },
  });
  expect(await merchant.query('order-0001')).toMatchObject({ trade_state: 'REFUND' });
});

test('a combination is paid at once, notified once, and each of its orders refunded by itself', async () => {
  const combined = combineRequest('combine-01', ['combine-01', 'combine-01-2']);
  const { data } = await merchant.api.post('v3/combine-transactions/jsapi', combined);
  expect(await prepay(data.prepay_id)).toMatchObject({ description: '茶；茶', total: 3000, state: 'NOTPAY' });
  expect((await merchant.api.post('v3/combine-transactions/jsapi', combined)).data).toEqual(data);
  await expect(merchant.placeOrder('combine-01')).rejects.toMatchObject(failure(403, 'OUT_TRADE_NO_USED'));

  expect(await merchant.requestPayment(data.prepay_id)).toBe('requestPayment:ok');
  expect(await merchant.heard(1)).toMatchObject({
    event_type: 'TRANSACTION.SUCCESS',
    resource: {
      combine_out_trade_no: 'combine-01',
      sub_orders: [
        { out_trade_no: 'combine-01', trade_state: 'SUCCESS', amount: { total_amount: 1000 } },
        { out_trade_no: 'combine-01-2', trade_state: 'SUCCESS', amount: { total_amount: 2000 } },
      ],
    },
  });
  const refund = { ...refundRequest('refund-part', 500), out_trade_no: 'combine-01-2' };
  const amount = { refund: 500, total: 2000, currency: 'CNY' };
  await merchant.api.post('v3/refund/domestic/refunds', { ...refund, amount });
  const { sub_orders } = (await merchant.api.get('v3/combine-transactions/out-trade-no/combine-01')).data;
  expect(sub_orders).toMatchObject([{ trade_state: 'SUCCESS' }, { trade_state: 'REFUND' }]);
});

test('a combination is closed only whole, and a closed one cannot be paid', async () => {
  const nos = ['combine-02', 'combine-02-2'];
  const { data } = await merchant.api.post('v3/combine-transactions/jsapi', combineRequest('combine-02', nos));
  const close = (named: readonly string[]) =>
    merchant.api.post('v3/combine-transactions/out-trade-no/combine-02/close', {
      combine_appid: localAppId,
      sub_orders: named.map((out_trade_no) => ({ mchid: merchant.account.mchid, out_trade_no })),
    });
  await expect(close(nos.slice(1))).rejects.toMatchObject(failure(400, 'PARAM_ERROR'));
  await close(nos);
  expect(await merchant.requestPayment(data.prepay_id)).toBe('requestPayment:fail 订单已关闭');
});

const combineRequest = (combineNo: string, nos: readonly string[]) => ({
  combine_appid: localAppId,
  combine_mchid: merchant.account.mchid,
  combine_out_trade_no: combineNo,
  sub_orders: nos.map((out_trade_no, index) => ({
    mchid: merchant.account.mchid,
    attach: 'shop',
    amount: { total_amount: 1000 * (index + 1), currency: 'CNY' },
    out_trade_no,
    description: '茶',
  })),
  combine_payer_info: { openid: 'oAnn' },
  notify_url: merchant.notifyUrl,
});

test('asking again with the same fields finds the same order; other fields are refused', async () => {
  expect(await merchant.placeOrder('order-0002')).toBe(await merchant.placeOrder('order-0002'));
  await expect(merchant.placeOrder('order-0002', { amount: { total: 1 } })).rejects.toMatchObject(
    failure(403, 'OUT_TRADE_NO_USED'),
  );
});

test('an order is paid once, and a paid one can be neither closed nor placed again', async () => {
  const prepayId = await merchant.placeOrder('order-0003');
  expect(await merchant.requestPayment(prepayId)).toBe('requestPayment:ok');
  expect(await merchant.requestPayment(prepayId)).toBe('requestPayment:fail 该订单已支付');
  await expect(merchant.close('order-0003')).rejects.toMatchObject(failure(400, 'ORDERPAID'));
  await expect(merchant.placeOrder('order-0003')).rejects.toMatchObject(failure(400, 'ORDERPAID'));
  await merchant.heard(1);
  expect(merchant.notices).toHaveLength(1);
});

test('a cancelled payment leaves the order open; a closed or expired one cannot be paid', async () => {
  const prepayId = await merchant.placeOrder('order-0004');
  expect(await merchant.requestPayment(prepayId, { outcome: 'cancel' })).toBe('requestPayment:fail cancel');
  expect(await merchant.query('order-0004')).toMatchObject({ trade_state: 'NOTPAY' });
  expect(await merchant.close('order-0004')).toBe(204);
  expect(await merchant.close('order-0004')).toBe(204);
  expect(await merchant.requestPayment(prepayId)).toBe('requestPayment:fail 订单已关闭');

  const late = await merchant.placeOrder('order-0005', { time_expire: inMinutes(15) });
  await advance(16 * 60_000);
  expect(await merchant.requestPayment(late)).toBe('requestPayment:fail 订单已超过支付结束时间');
  expect(merchant.notices).toHaveLength(0);
});

test('only the payer of the order can pay it', async () => {
  const people = ['oAnn', 'oBob'].map((openId) => ({ openId, name: openId, role: '顾客' }));
  await emulator.stop();
  emulator = await startEmulator({ port: 0, dataDir, people });
  const prepayId = await merchant.placeOrder('order-0011');
  expect(await payAs('oBob', prepayId)).toBe('requestPayment:fail 下单账号与支付账号不一致');
  expect(await payAs('oAnn', prepayId)).toBe('requestPayment:ok');
});

test('what the merchant did not sign is refused', async () => {
  const prepayId = await merchant.placeOrder('order-0006');
  expect(await merchant.requestPayment(prepayId, { paySign: 'bm90IHNpZ25lZA==' })).toBe(
    'requestPayment:fail 支付验证签名失败',
  );

  const signed = signedHeaders('GET', '/wechatpay/v3/pay/transactions/out-trade-no/order-0006?mchid=1900006109');
  const other = `${emulator.url}/wechatpay/v3/pay/transactions/out-trade-no/order-0007?mchid=1900006109`;
  for (const headers of [signed, {}, { authorization: signed.authorization.replace('nonce_str', 'nonce') }]) {
    const answer = await fetch(other, { headers: { accept: 'application/json', ...headers } });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'SIGN_ERROR' });
  }
  await advance(6 * 60_000);
  await expect(merchant.query('order-0006')).rejects.toMatchObject(failure(401, 'SIGN_ERROR'));
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
  const refused = merchant.placeOrder('order-0008', fields);
  await expect(refused).rejects.toMatchObject(failure(400, 'PARAM_ERROR'));
  await expect(refused).rejects.toMatchObject({ response: { data: { detail: { field } } } });
});

test('refunds never exceed what was paid, and a repeated one pays back once', async () => {
  const refund = (no: string, amount: number) =>
    merchant.api.post('v3/refund/domestic/refunds', refundRequest(no, amount, 'order-0009'));
  const prepayId = await merchant.placeOrder('order-0009');
  await expect(refund('early', 100)).rejects.toMatchObject(failure(404, 'RESOURCE_NOT_EXISTS'));
  await merchant.requestPayment(prepayId);
  await refund('first', 9000);
  await refund('first', 9000);
  await expect(refund('first', 800)).rejects.toMatchObject(failure(400, 'INVALID_REQUEST'));
  await expect(refund('second', 801)).rejects.toMatchObject(failure(400, 'INVALID_REQUEST'));
  await refund('second', 800);
});

test('a notification the merchant does not take comes again, also after a restart', async () => {
  merchant.notifyStatus = 500;
  await merchant.requestPayment(await merchant.placeOrder('order-0010'));
  await merchant.heard(1);
  await emulator.stop();
  emulator = await startEmulator({ port: 0, dataDir });
  merchant.notifyStatus = 204;
  await advance(15_000);
  expect(await merchant.heard(2)).toMatchObject({ resource: { out_trade_no: 'order-0010' } });
});

function refundRequest(outRefundNo: string, refund: number, outTradeNo = 'order-0001'): Record<string, unknown> {
  const amount = { refund, total: 9800, currency: 'CNY' };
  return { out_trade_no: outTradeNo, out_refund_no: outRefundNo, notify_url: merchant.notifyUrl, amount };
}

async function prepay(prepayId: string): Promise<unknown> {
  return (await fetch(`${emulator.url}/_emulator/wechat/prepay/${prepayId}`)).json();
}

async function payAs(openId: string, prepayId: string): Promise<string> {
  const door = (what: string, body: unknown, token = ''): Promise<Response> => {
    const headers = { authorization: `Bearer ${token}` };
    return fetch(`${emulator.url}/_emulator/${what}`, { method: 'POST', headers, body: JSON.stringify(body) });
  };
  const { token } = (await (await door('actAs', { openId })).json()) as { token: string };
  const params = { ...merchant.paymentParams(prepayId), outcome: 'pay' };
  return ((await (await door('wechat/requestPayment', params, token)).json()) as { errMsg: string }).errMsg;
}

async function advance(advanceMs: number): Promise<void> {
  await fetch(`${emulator.url}/_emulator/clock`, { method: 'POST', body: JSON.stringify({ advanceMs }) });
}

function signedHeaders(method: string, target: string): { authorization: string } {
  const { mchid, serial, merchantPrivateKey } = merchant.account;
  const [timestamp, nonce] = [Formatter.timestamp(), Formatter.nonce()];
  const signature = Rsa.sign(Formatter.request(method, target, timestamp, nonce), merchantPrivateKey);
  return { authorization: Formatter.authorization(mchid, nonce, signature, timestamp, serial) };
}

function failure(status: number, code: string): object {
  return { response: { status, data: { code } } };
}

function inMinutes(minutes: number): string {
  return `${new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 19)}Z`;
}
