import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type MerchantAccount, signerOf } from '../../emulator/wechat/pay/MerchantAccount';
import { encryptResource, weChatPayHeaders } from '../../emulator/wechat/pay/signatures';
import type { Storefront } from './Storefront';

/** Sends what WeChat Pay said about an order once more, freshly signed, as WeChat Pay does after a lost answer. */
export interface NotifyReplay {
  notifyAgain(orderId: string): Promise<void>;
}

interface Told {
  eventType: string;
  originalType: string;
  resource: Record<string, unknown>;
}

export function openNotifyReplay({ emulator, dataDir }: Storefront): NotifyReplay {
  const account = JSON.parse(readFileSync(path.join(dataDir, 'merchant.json'), 'utf8')) as MerchantAccount;
  return {
    notifyAgain: async (orderId) => {
      const response = await fetch(`${emulator.url}/_emulator/wechat/orders/${orderId}`);
      const { notifications: about } = (await response.json()) as { notifications: Told[] };
      const now = ((await (await fetch(`${emulator.url}/_emulator/clock`)).json()) as { now: number }).now;
      await Promise.all(about.map((each) => send(`${emulator.url}/wechat/payNotify`, account, each, now)));
    },
  };
}

function send(url: string, account: MerchantAccount, { eventType, originalType, resource }: Told, now: number) {
  const nonce = 'again0123456';
  const body = JSON.stringify({
    event_type: eventType,
    resource: {
      algorithm: 'AEAD_AES_256_GCM',
      ciphertext: encryptResource(account, JSON.stringify(resource), nonce, originalType),
      associated_data: originalType,
      nonce,
    },
  });
  const headers = {
    'content-type': 'application/json',
    ...weChatPayHeaders(signerOf(account, 'publicKey'), body, now),
  };
  return fetch(url, { method: 'POST', headers, body });
}
