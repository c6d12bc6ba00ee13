import { createCipheriv, createHash, randomBytes, randomInt } from 'node:crypto';
import * as v from 'valibot';
import type { PushMishap } from './AccountSwitchboard';

/** Where WeChat pushes events, and what it signs and encrypts them with: as entered on the account's own page. */
export const PushServer = v.object({
  url: v.pipe(v.string(), v.url()),
  token: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{3,32}$/)),
  /** EncodingAESKey: base64 of 32 bytes without its `=`. */
  aesKey: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{43}$/)),
});
export type PushServer = v.InferOutput<typeof PushServer>;

/** What a push tells, element by element; numbers stand bare, texts in CDATA. */
export type PushFields = Record<string, string | number>;

/** One attempt to push: when it is signed (ms), for which app, and what is wrong with it. */
export interface PushAttempt {
  appId: string;
  /** The person it is about, for the address; a component's push has none. */
  openId?: string | undefined;
  now: number;
  mishap?: PushMishap | undefined;
}

const tenMinutes = 600_000;

/**
 * One push in "safe mode": the body encrypted with AES-256-CBC and signed together with token, timestamp and nonce.
 * Source: developers.weixin.qq.com, 消息加解密说明.
 */
export function signedPush(
  server: PushServer,
  fields: PushFields,
  attempt: PushAttempt,
): { url: string; body: string } {
  const { appId, openId, now, mishap } = attempt;
  const timestamp = String(Math.floor((mishap === 'stale' ? now - tenMinutes : now) / 1000));
  const nonce = String(randomInt(10 ** 9, 2 ** 31));
  const encrypted = encrypt(server.aesKey, pushXml(fields), mishap === 'foreign' ? 'wx0000000000000000' : appId);
  const token = mishap === 'forge' ? 'SomebodyElses' : server.token;
  const url = withQuery(server.url, {
    signature: signatureOf(token, timestamp, nonce),
    timestamp,
    nonce,
    ...(openId !== undefined && { openid: openId }),
    encrypt_type: 'aes',
    msg_signature: signatureOf(token, timestamp, nonce, encrypted),
  });
  const to = 'ToUserName' in fields ? { ToUserName: fields.ToUserName ?? '' } : { AppId: appId };
  return { url, body: pushXml({ ...to, Encrypt: encrypted }) };
}

/** The address that WeChat gets once, when a server is entered: it must answer `echostr` as it is. */
export function echoUrl(server: PushServer, echostr: string, now: number): string {
  const timestamp = String(Math.floor(now / 1000));
  const nonce = String(randomInt(10 ** 9, 2 ** 31));
  return withQuery(server.url, {
    signature: signatureOf(server.token, timestamp, nonce),
    echostr,
    timestamp,
    nonce,
  });
}

/** SHA-1 over the parts, sorted and put together. */
export function signatureOf(...parts: readonly string[]): string {
  return createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');
}

/** A flat `<xml>` as WeChat writes it. */
function pushXml(fields: PushFields): string {
  const elements = Object.entries(fields).map(([name, value]) =>
    typeof value === 'number' ? `<${name}>${value}</${name}>` : `<${name}><![CDATA[${value}]]></${name}>`,
  );
  return `<xml>${elements.join('')}</xml>`;
}

const blockSize = 32;

function encrypt(aesKey: string, text: string, appId: string): string {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const message = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const plain = Buffer.concat([randomBytes(16), length, message, Buffer.from(appId)]);
  // PKCS#7 to 32 bytes; Node's own padding is to 16.
  const padding = blockSize - (plain.length % blockSize);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([
    cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])),
    cipher.final(),
  ]).toString('base64');
}

function withQuery(address: string, query: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
