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

/** What an account granted our third-party platform. */
export interface AccountGrant {
  refreshToken: string;
}

/** Encrypts an account's secrets for one shop and app. */
export const seal = (secrets: AccountSecrets, shopId: string, appId: string): string =>
  sealText(JSON.stringify(secrets), `${shopId}|${appId}`);

/** Opens what `seal` made; throws when it was made for another shop or app, with another key, or altered. */
export const unseal = (sealed: string, shopId: string, appId: string): AccountSecrets =>
  // `seal` is the only writer.
  JSON.parse(unsealText(sealed, `${shopId}|${appId}`)) as AccountSecrets;

/** The same of a grant. */
export const sealGrant = (grant: AccountGrant, shopId: string, appId: string): string =>
  sealText(JSON.stringify(grant), `${shopId}|${appId}|grant`);

export const unsealGrant = (sealed: string, shopId: string, appId: string): AccountGrant =>
  JSON.parse(unsealText(sealed, `${shopId}|${appId}|grant`)) as AccountGrant;

/** Encrypts a text that is good in one place only. */
export function sealText(text: string, place: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor('secrets'), nonce).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
}

/** Opens what `sealText` made; throws when it was made for another place, with another key, or altered. */
export function unsealText(sealed: string, place: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', keyFor('secrets'), bytes.subarray(0, 12))
    .setAAD(Buffer.from(place))
    .setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString();
}

const keyFor = (use: string): Buffer => Buffer.from(hkdfSync('sha256', setting('FAN_KEY'), '', use, 32));
