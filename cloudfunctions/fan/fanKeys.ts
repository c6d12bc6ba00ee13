import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { setting } from '../_runtime/setting';

/** What only the shop's account and we know; never in a record but sealed. */
export interface AccountSecrets {
  appSecret: string;
  /** Signs what WeChat pushes. */
  token: string;
  /** EncodingAESKey: 43 letters and digits. */
  aesKey: string;
}

/** The id of whatever these parts name, from which they cannot be guessed: 43 characters. */
export const keyedId = (...parts: readonly string[]): string =>
  createHmac('sha256', keyFor('ids')).update(parts.join('|')).digest('base64url');

/** A follower's id in a shop, made from the openid for the official account; all that remains when they leave. */
export const fanIdOf = (shopId: string, accountOpenId: string): string => keyedId('fan', shopId, accountOpenId);

/** Encrypts an account's secrets for one shop and app. */
export function seal(secrets: AccountSecrets, shopId: string, appId: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor('secrets'), nonce).setAAD(Buffer.from(`${shopId}|${appId}`));
  const sealed = Buffer.concat([cipher.update(JSON.stringify(secrets)), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Opens what `seal` made; throws when it was made for another shop or app, with another key, or altered. */
export function unseal(sealed: string, shopId: string, appId: string): AccountSecrets {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keyFor('secrets'), bytes.subarray(0, 12))
    .setAAD(Buffer.from(`${shopId}|${appId}`))
    .setAuthTag(bytes.subarray(12, 28));
  // `seal` is the only writer.
  return JSON.parse(
    Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString(),
  ) as AccountSecrets;
}

const keyFor = (use: string): Buffer => Buffer.from(hkdfSync('sha256', setting('FAN_KEY'), '', use, 32));
