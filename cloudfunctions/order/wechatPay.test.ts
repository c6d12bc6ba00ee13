import { createSign, generateKeyPairSync } from 'node:crypto';
import { Aes } from 'wechatpay-axios-plugin';
import { openNotify } from './wechatPay';

const weChat = generateKeyPairSync('rsa', { modulusLength: 2048 });
const somebody = generateKeyPairSync('rsa', { modulusLength: 2048 });
const apiKey = 'k'.repeat(32);
const now = 1_800_000_000_000;
const named = { appid: 'wx-ours', mchid: '1900000001' };
const transaction = {
  ...named,
  out_trade_no: 'order-0001',
  transaction_id: '4200000001',
  trade_state: 'SUCCESS',
  success_time: '2026-11-22T10:00:00+08:00',
  amount: { total: 9800 },
};
const payment = { transactionId: '4200000001', amount: 9800, paidAt: Date.parse('2026-11-22T10:00:00+08:00') };

beforeAll(() => {
  Object.assign(process.env, {
    WECHAT_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_01',
    WECHAT_PAY_PUBLIC_KEY: weChat.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    WECHAT_PAY_API_V3_KEY: apiKey,
    WECHAT_APPID: named.appid,
    WECHAT_PAY_MCHID: named.mchid,
  });
});

const bodyOf = (event: string, resource: object) =>
  JSON.stringify({
    event_type: event,
    resource: {
      algorithm: 'AEAD_AES_256_GCM',
      nonce: 'n'.repeat(12),
      associated_data: 'transaction',
      ciphertext: Aes.AesGcm.encrypt(JSON.stringify(resource), apiKey, 'n'.repeat(12), 'transaction'),
    },
  });
const body = bodyOf('TRANSACTION.SUCCESS', transaction);

function headers({ at = now, key = weChat.privateKey, serial = 'PUB_KEY_ID_01', over = body, prefix = '' } = {}) {
  const timestamp = String(Math.floor(at / 1000));
  const signature = createSign('RSA-SHA256').update(`${timestamp}\nnonce\n${over}\n`).sign(key, 'base64');
  return {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': 'nonce',
    'wechatpay-serial': serial,
    'wechatpay-signature': prefix + signature,
  };
}

test('a notify that WeChat Pay signed opens', () => {
  const opened = { is: 'paid', paid: new Map([['order-0001', payment]]) };
  expect(openNotify(headers(), body, now)).toEqual(opened);
  expect(openNotify(headers({ at: now - 299_000 }), body, now)).toEqual(opened);
});

test('a combined payment names each of its orders', () => {
  const { transaction_id, trade_state, success_time } = transaction;
  const paid = { transaction_id, trade_state, success_time, amount: { total_amount: 9800 } };
  const resource = {
    combine_appid: named.appid,
    combine_mchid: named.mchid,
    combine_out_trade_no: 'order-0001',
    sub_orders: [
      { ...paid, out_trade_no: 'order-0001' },
      { ...paid, out_trade_no: 'order-0001-2' },
    ],
  };
  const both = bodyOf('TRANSACTION.SUCCESS', resource);
  expect(openNotify(headers({ over: both }), both, now)).toEqual({
    is: 'paid',
    paid: new Map([
      ['order-0001', payment],
      ['order-0001-2', payment],
    ]),
  });
});

test('a refund names the order and the refund', () => {
  const about = { mchid: named.mchid, out_trade_no: 'order-0001', out_refund_no: 'r-1' };
  const resource = { ...about, refund_status: 'ABNORMAL', amount: { refund: 100 } };
  const refund = bodyOf('REFUND.ABNORMAL', resource);
  expect(openNotify(headers({ over: refund }), refund, now)).toEqual({
    is: 'refund',
    orderId: 'order-0001',
    refundId: 'r-1',
    amount: 100,
    state: 'abnormal',
  });
});

test.each([
  ['another merchant', { mchid: '1900000002' }],
  ['another app', { appid: 'wx-theirs' }],
])('a notify about %s is foreign, whoever signed it', (_case, change) => {
  const foreign = bodyOf('TRANSACTION.SUCCESS', { ...transaction, ...change });
  expect(openNotify(headers({ over: foreign }), foreign, now)).toEqual({ is: 'foreign' });
});

test('during a switch of keys the platform certificate counts as well', () => {
  const certified = headers({ key: somebody.privateKey, serial: 'CERT01' });
  expect(openNotify(certified, body, now)).toBeUndefined();
  process.env.WECHAT_PAY_CERTIFICATE_SERIAL = 'CERT01';
  process.env.WECHAT_PAY_CERTIFICATE = somebody.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  expect(openNotify(certified, body, now)).toMatchObject({ is: 'paid' });
  delete process.env.WECHAT_PAY_CERTIFICATE;
});

test.each([
  ['signed by somebody else', headers({ key: somebody.privateKey }), body],
  ['whose body was changed', headers(), body.replace('TRANSACTION', 'Transaction')],
  ['older than five minutes', headers({ at: now - 301_000 }), body],
  ['from the future', headers({ at: now + 301_000 }), body],
  ['with a key we do not know', headers({ serial: 'PUB_KEY_ID_02' }), body],
  ['that only probes', headers({ prefix: 'WECHATPAY/SIGNTEST/' }), body],
  ['without a signature', {}, body],
  ['without a body', headers(), ''],
])('a notify %s does not', (_case, sent, received) => {
  expect(openNotify(sent, received, now)).toBeUndefined();
});
