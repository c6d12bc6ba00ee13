import { generateKeyPairSync, randomBytes } from 'node:crypto';
import path from 'node:path';
import * as v from 'valibot';
import { readStoredJson } from '../../dataFolder/readStoredJson';
import { localAppId } from '../../localAppId';
import { writeFileAtomically } from '../../writeFileAtomically';
import { selfSignedCertificate } from './selfSignedCertificate';

const PlatformCertificate = v.object({
  /** Names the certificate in `Wechatpay-Serial`. */
  serial: v.string(),
  certificate: v.string(),
  privateKey: v.string(),
});

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
  /** The platform certificate, which older merchants have instead of the public key, or beside it during a switch. */
  platform: v.optional(PlatformCertificate),
});

/** One merchant and the keys of both sides, all PEM. */
export type MerchantAccount = v.InferOutput<typeof Account> & { platform: v.InferOutput<typeof PlatformCertificate> };

/** What WeChat Pay signs with, and the name of it. */
export interface Signer {
  serial: string;
  privateKey: string;
}

/** The key of WeChat Pay that is behind its public key, or behind its platform certificate. */
export const signerOf = (account: MerchantAccount, which: 'publicKey' | 'certificate'): Signer =>
  which === 'certificate' ? account.platform : { serial: account.publicKeyId, privateKey: account.weChatPayPrivateKey };

/** The account kept in the data folder; opened on the first start. Throws DamagedFile. */
export function openMerchantAccount(dataDir: string): MerchantAccount {
  const file = path.join(dataDir, 'merchant.json');
  const stored = readStoredJson(file, Account);
  if (stored?.platform) return { ...stored, platform: stored.platform };
  // A folder from before there was a platform certificate gets one.
  const account = { ...(stored ?? makeAccount()), platform: makePlatformCertificate() };
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
    WECHAT_PAY_CERTIFICATE_SERIAL: account.platform.serial,
    WECHAT_PAY_CERTIFICATE: account.platform.certificate,
    WECHAT_PAY_NOTIFY_URL: `${url}/wechat/payNotify`,
    WECHAT_APPID: localAppId,
  };
}

function makeAccount(): v.InferOutput<typeof Account> {
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

function makePlatformCertificate(): MerchantAccount['platform'] {
  const { privateKey } = makeKeys();
  // A leading 5 keeps the number positive in DER.
  const serial = `5${randomBytes(20).toString('hex').toUpperCase().slice(1)}`;
  const valid = { notBefore: new Date('2025-01-01T00:00:00Z'), notAfter: new Date('2045-01-01T00:00:00Z') };
  return { serial, privateKey, certificate: selfSignedCertificate(privateKey, { name: '微信支付', serial, ...valid }) };
}

function makeKeys(): { publicKey: string; privateKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}
