import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { readXml } from './readXml';

/** What a shop and its official account agreed on. */
export interface PushKeys {
  appId: string;
  token: string;
  /** 43 letters and digits. */
  aesKey: string;
}

/** A push as it came, before anything of it is believed. */
export interface RawPush {
  query: Partial<Record<string, string>>;
  body: string;
}

/** Why a push is not believed; `plain` is one that is not encrypted, whose signature would not cover what it says. */
export type Disbelief = 'oversized' | 'stale' | 'malformed' | 'plain' | 'forged';

/** The elements of a push that is believed, or why it is not. */
export type Opened = { fields: Record<string, string> } | { because: Disbelief };

/** Characters. WeChat's texts have 2 KB at most; encrypted, with everything around them, that is below 8. */
const largest = 32 * 1024;
/** Seconds a signature is good for; WeChat signs each attempt anew. */
const window = 300;

/**
 * Opens a push in safe mode. The signature is compared, in constant time, before anything is decrypted, and the app at the
 * end of what was decrypted must be the account's. Source: developers.weixin.qq.com, 消息加解密说明.
 */
export function openPush({ query, body }: RawPush, keys: PushKeys, now: number): Opened {
  if (body.length > largest) return { because: 'oversized' };
  const { timestamp = '', nonce = '', msg_signature: signature = '' } = query;
  if (!isFresh(timestamp, now)) return { because: 'stale' };
  const outer = readXml(body);
  if (!outer) return { because: 'malformed' };
  const { Encrypt: encrypted } = outer;
  if (encrypted === undefined) return { because: 'plain' };
  if (!isSigned(signature, keys.token, timestamp, nonce, encrypted)) return { because: 'forged' };
  const message = decrypt(encrypted, keys);
  if (message === undefined) return { because: 'forged' };
  const fields = readXml(message);
  return fields ? { fields } : { because: 'malformed' };
}

/** Whether WeChat asks, now, if this is the server that was entered: `signature` is over token, timestamp and nonce. */
export function isServerCheck(query: RawPush['query'], { token }: PushKeys, now: number): boolean {
  const { timestamp = '', nonce = '', signature = '' } = query;
  return isFresh(timestamp, now) && isSigned(signature, token, timestamp, nonce);
}

const isFresh = (timestamp: string, now: number): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(now / 1000 - Number(timestamp)) <= window;

function isSigned(signature: string, ...parts: readonly string[]): boolean {
  const expected = createHash('sha1')
    .update([...parts].sort().join(''))
    .digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const blockSize = 32;

/** 16 random bytes, the length in 4, the message, the app id, and PKCS#7 up to 32 bytes; undefined for anything else. */
function decrypt(encrypted: string, { aesKey, appId }: PushKeys): string | undefined {
  const bytes = Buffer.from(encrypted, 'base64');
  if (bytes.length === 0 || bytes.length % blockSize !== 0) return undefined;
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes), decipher.final()]);
  const padding = padded.at(-1) ?? 0;
  if (padding < 1 || padding > blockSize) return undefined;
  const plain = padded.subarray(0, padded.length - padding);
  if (plain.length < 20) return undefined;
  const end = 20 + plain.readUInt32BE(16);
  return plain.subarray(end).toString() === appId ? plain.subarray(20, end).toString() : undefined;
}
