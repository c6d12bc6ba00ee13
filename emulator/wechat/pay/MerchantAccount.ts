import { generateKeyPairSync, randomBytes } from 'node:crypto';
import path from 'node:path';
import * as v from 'valibot';
import { readStoredJson } from '../../dataFolder/readStoredJson';
import { localAppId } from '../../localAppId';
import { writeFileAtomically } from '../../writeFileAtomically';

const Account = v.object({
  mchid: v.string(),
  name: v.string(),
  /** Serial number of the merchant's certificate. */
  serial: v.string(),
  merchantPrivateKey: v.string(),
  merchantPublicKey: v.string(),
  /** 32 characters; encrypts what WeChat Pay notifies. */
  apiV3Key: v.string(),
  /** `PUB_KEY_ID_…`: names the key WeChat Pay signs with. */
  publicKeyId: v.string(),
  weChatPayPrivateKey: v.string(),
  weChatPayPublicKey: v.string(),
});

/** One merchant and the keys of both sides, all PEM. WeChat Pay public key mode: new merchants have no other. */
export type MerchantAccount = v.InferOutput<typeof Account>;

/** The account kept in the data folder; opened on the first start. Throws DamagedFile. */
export function openMerchantAccount(dataDir: string): MerchantAccount {
  const file = path.join(dataDir, 'merchant.json');
  const stored = readStoredJson(file, Account);
  if (stored) return stored;
  const account = makeAccount();
  writeFileAtomically(file, JSON.stringify(account), 0o600);
  return account;
}

/** What a cloud function needs to be this merchant. */
export function merchantEnvironment(account: MerchantAccount, url: string): Record<string, string> {
  return {
    WECHAT_PAY_BASE_URL: `${url}/wechatpay`,
    WECHAT_PAY_MCHID: account.mchid,
    WECHAT_PAY_SERIAL: account.serial,
    WECHAT_PAY_PRIVATE_KEY: account.merchantPrivateKey,
    WECHAT_PAY_API_V3_KEY: account.apiV3Key,
    WECHAT_PAY_PUBLIC_KEY_ID: account.publicKeyId,
    WECHAT_PAY_PUBLIC_KEY: account.weChatPayPublicKey,
    WECHAT_PAY_NOTIFY_URL: `${url}/wechat/payNotify`,
    WECHAT_APPID: localAppId,
  };
}

function makeAccount(): MerchantAccount {
  const merchant = makeKeys();
  const weChatPay = makeKeys();
  return {
    mchid: '1900006109',
    name: '媒店',
    serial: randomBytes(20).toString('hex').toUpperCase(),
    merchantPrivateKey: merchant.privateKey,
    merchantPublicKey: merchant.publicKey,
    apiV3Key: randomBytes(16).toString('hex'),
    publicKeyId: `PUB_KEY_ID_01190000610920250101${randomBytes(8).toString('hex')}`,
    weChatPayPrivateKey: weChatPay.privateKey,
    weChatPayPublicKey: weChatPay.publicKey,
  };
}

function makeKeys(): { publicKey: string; privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}
