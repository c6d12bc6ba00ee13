import { createCipheriv, createSign, createVerify, randomBytes } from 'node:crypto';
import { type HttpRequest, type HttpResponse, header } from '../../server/exchange';
import type { MerchantAccount, Signer } from './MerchantAccount';
import { PayError } from './PayError';

const scheme = 'WECHATPAY2-SHA256-RSA2048';
const clockTolerance = 300;
const authorizationFields = ['mchid', 'nonce_str', 'serial_no', 'signature', 'timestamp'];

/**
 * Refuses a request that the merchant did not sign as documented: scheme, the five fields, the account's mchid and
 * serial, a clock within five minutes, and the signature over method, path and query, time, nonce and body.
 */
export function verifyMerchantSignature(request: HttpRequest, account: MerchantAccount, now: number): void {
  const fields = readAuthorization(header(request, 'authorization'));
  if (fields.mchid !== account.mchid) throw signError('mchid', 'The merchant is not known here.');
  if (fields.serial_no !== account.serial) throw signError('serial_no', 'The certificate is not the merchant’s.');
  const timestamp = Number(fields.timestamp);
  if (!(Math.abs(now / 1000 - timestamp) <= clockTolerance)) throw signError('timestamp', 'More than 5 minutes off.');
  const message = lines(request.method, request.target, fields.timestamp, fields.nonce_str, request.body.toString());
  if (!isSignedBy(account.merchantPublicKey, message, fields.signature ?? '')) {
    throw signError('signature', `The signature does not fit the message ${JSON.stringify(message)}.`);
  }
}

/** Whether a signature (base64, RSA with SHA-256) over `message` was made with the private half of `publicKey`. */
export function isSignedBy(publicKey: string, message: string, signature: string): boolean {
  return createVerify('RSA-SHA256').update(message).verify(publicKey, signature, 'base64');
}

/** Joins lines as WeChat Pay signs them: each ends with a line feed. */
export function lines(...parts: (string | undefined)[]): string {
  return parts.map((part) => `${part}\n`).join('');
}

/** The headers with which WeChat Pay signs a body, an answer's or a notification's. `now` is ms. */
export function weChatPayHeaders(signer: Signer, body: string, now: number): Record<string, string> {
  const timestamp = Math.floor(now / 1000).toString();
  const nonce = randomBytes(16).toString('hex');
  const message = lines(timestamp, nonce, body);
  return {
    'Wechatpay-Timestamp': timestamp,
    'Wechatpay-Nonce': nonce,
    'Wechatpay-Serial': signer.serial,
    'Wechatpay-Signature': createSign('RSA-SHA256').update(message).sign(signer.privateKey, 'base64'),
    'Wechatpay-Signature-Type': scheme,
    'Request-ID': randomBytes(16).toString('hex').toUpperCase(),
  };
}

/** Answers signed JSON; an undefined value is an empty body, as with 204. */
export function signedAnswer(signer: Signer, now: number, status: number, value?: unknown): HttpResponse {
  const body = value === undefined ? '' : JSON.stringify(value);
  const headers = { 'content-type': 'application/json; charset=utf-8', ...weChatPayHeaders(signer, body, now) };
  return { status, headers, body };
}

/** Encrypts the resource of a notification with AES-256-GCM: ciphertext and tag together, base64. */
export function encryptResource(account: MerchantAccount, plaintext: string, nonce: string, aad: string): string {
  const cipher = createCipheriv('aes-256-gcm', account.apiV3Key, nonce).setAAD(Buffer.from(aad));
  return Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64');
}

function readAuthorization(authorization: string): Record<string, string> {
  if (!authorization.startsWith(`${scheme} `)) throw signError('Authorization', `It must begin with ${scheme}.`);
  const pairs = authorization.slice(scheme.length + 1).split(',');
  const fields: [string, string][] = pairs.map((pair) => {
    const [, name, value] = /^\s*(\w+)="([^"]+)"\s*$/.exec(pair) ?? [];
    if (name === undefined || value === undefined) throw signError('Authorization', `${pair} is not name="value".`);
    return [name, value];
  });
  const names = fields.map(([name]) => name).sort();
  if (names.join() !== authorizationFields.join()) {
    throw signError('Authorization', `It must have ${authorizationFields.join(', ')}, once each.`);
  }
  return Object.fromEntries(fields);
}

function signError(field: string, issue: string): PayError {
  return new PayError(401, 'SIGN_ERROR', `错误的签名，验签失败: ${issue}`, { location: 'authorization', field, issue });
}
