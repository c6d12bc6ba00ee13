import { createSign, generateKeyPairSync } from 'node:crypto';
import { Aes } from 'wechatpay-axios-plugin';
import { openNotify } from './wechatPay';

const weChat = generateKeyPairSync('rsa', { modulusLength: 2048 });
const somebody = generateKeyPairSync('rsa', { modulusLength: 2048 });
const apiKey = 'k'.repeat(32);
const now = 1_800_000_000_000;
const transaction = { out_trade_no: 'order-0001', trade_state: 'SUCCESS', amount: { total: 9800 } };

beforeAll(() => {
  Object.assign(process.env, {
    WECHAT_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_01',
    WECHAT_PAY_PUBLIC_KEY: weChat.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    WECHAT_PAY_API_V3_KEY: apiKey,
  });
});

const body = JSON.stringify({
  event_type: 'TRANSACTION.SUCCESS',
  resource: {
    algorithm: 'AEAD_AES_256_GCM',
    nonce: 'n'.repeat(12),
    associated_data: 'transaction',
    ciphertext: Aes.AesGcm.encrypt(JSON.stringify(transaction), apiKey, 'n'.repeat(12), 'transaction'),
  },
});

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
  expect(openNotify(headers(), body, now)).toEqual(transaction);
  expect(openNotify(headers({ at: now - 299_000 }), body, now)).toEqual(transaction);
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
