import { randomBytes } from 'node:crypto';
import { type MerchantAccount, signerOf } from './MerchantAccount';
import type { Notification } from './PayRecords';
import { payTime } from './payTime';
import type { NotifyMishap } from './Switchboard';
import { encryptResource, weChatPayHeaders } from './signatures';

const tenMinutes = 600_000;

/** How one attempt is made: who signs it, when (ms of the emulator's clock), and what is wrong with it. */
export interface Attempt {
  signer: 'publicKey' | 'certificate';
  now: number;
  mishap?: NotifyMishap | undefined;
}

/** One attempt to deliver a notification: its body, encrypted anew, and the headers that sign it. */
export function notifyRequest(
  notification: Notification,
  account: MerchantAccount,
  { signer, now, mishap }: Attempt,
): { body: string; headers: Record<string, string> } {
  const body = bodyOf(notification, account, mishap);
  const signedAt = mishap === 'stale' ? now - tenMinutes : now;
  const key = signerOf(account, signer);
  // Any key will do that is not WeChat Pay's.
  const signing = mishap === 'wrongKey' ? { ...key, privateKey: account.merchantPrivateKey } : key;
  const signed = weChatPayHeaders(signing, body, signedAt);
  const headers = { 'content-type': 'application/json', ...signed, ...(mishap === 'probe' && probe()) };
  return { body: mishap === 'tamper' ? body.replace('"original_type"', '"original-type"') : body, headers };
}

/** What WeChat Pay sends now and then to see whether the merchant verifies. Source: WeChat Pay, 签名探测流量. */
const probe = () => ({ 'Wechatpay-Signature': `WECHATPAY/SIGNTEST/${randomBytes(180).toString('base64')}` });

function bodyOf(
  { id, createdAt, eventType, summary, originalType, resource }: Notification,
  account: MerchantAccount,
  mishap: NotifyMishap | undefined,
): string {
  const nonce = randomBytes(6).toString('hex');
  const told = JSON.stringify(spoiled(resource, mishap));
  return JSON.stringify({
    id,
    create_time: payTime(createdAt),
    resource_type: 'encrypt-resource',
    event_type: eventType,
    summary,
    resource: {
      original_type: originalType,
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: encryptResource(account, told, nonce, originalType),
      associated_data: originalType,
      nonce,
    },
  });
}

type Told = Record<string, unknown>;

/** What a notification tells, with something untrue in it. */
function spoiled(resource: Told, mishap: NotifyMishap | undefined): Told {
  switch (mishap) {
    case 'foreign':
      return { ...resource, ['combine_mchid' in resource ? 'combine_mchid' : 'mchid']: '1900000000' };
    case 'wrongAmount':
      return withFirst(resource, (told) => ({ ...told, amount: oneMore(told.amount as Record<string, unknown>) }));
    case 'unknownOrder':
      return withFirst(resource, (told) => ({ ...told, out_trade_no: `unknown-${randomBytes(8).toString('hex')}` }));
    default:
      return resource;
  }
}

/** Changes the order that a notification is about, the first one of a combination. */
function withFirst(resource: Told, change: (told: Told) => Told): Told {
  if (!Array.isArray(resource.sub_orders)) return change(resource);
  const [first, ...others] = resource.sub_orders as Told[];
  return { ...resource, sub_orders: [change(first ?? {}), ...others] };
}

const oneMore = (amount: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(amount).map(([name, value]) => [name, typeof value === 'number' ? value + 1 : value]),
  );
