import { Wechatpay } from 'wechatpay-axios-plugin';
import { setting } from '../_runtime/setting';

let wechatpay: Wechatpay | undefined;

/**
 * WeChat Pay's API v3, with requests signed and answers verified. Made at the first payment, not at start: most cold
 * starts of these functions never pay.
 */
export function weChatPayClient(): Wechatpay {
  wechatpay ??= new Wechatpay({
    mchid: setting('WECHAT_PAY_MCHID'),
    serial: setting('WECHAT_PAY_SERIAL'),
    privateKey: setting('WECHAT_PAY_PRIVATE_KEY'),
    certs: weChatPayKeys(),
    baseURL: setting('WECHAT_PAY_BASE_URL'),
    timeout: 4_000,
  });
  return wechatpay;
}

/** What WeChat Pay signs with, by serial: its public key, and during a switch a platform certificate as well. */
export function weChatPayKeys(): Record<string, string> {
  const { WECHAT_PAY_CERTIFICATE_SERIAL: serial, WECHAT_PAY_CERTIFICATE: certificate } = process.env;
  return {
    [setting('WECHAT_PAY_PUBLIC_KEY_ID')]: setting('WECHAT_PAY_PUBLIC_KEY'),
    ...(serial && certificate && { [serial]: certificate }),
  };
}

/** What WeChat Pay refused a call with: the HTTP status and its own code. Undefined: it did not answer. */
export function payRefusal(error: unknown): { status: number; code?: string } | undefined {
  const { response } = error as { response?: { status: number; data?: { code?: string } } };
  return response && { status: response.status, ...(response.data?.code && { code: response.data.code }) };
}
