import type { PaymentOutcome, PaymentRequest } from './pay';

export type { PaymentOutcome, PaymentRequest } from './pay';

interface WeixinJSBridge {
  invoke(
    method: 'getBrandWCPayRequest',
    request: PaymentRequest,
    done: (answer: { err_msg: `get_brand_wcpay_request:${'ok' | 'cancel' | 'fail'}` }) => void,
  ): void;
}

/** The cashier of WeChat's browser (JSAPI payment); on a laptop, the emulator supplies the same bridge. */
export function pay(request: PaymentRequest): Promise<PaymentOutcome> {
  const bridge = (window as { WeixinJSBridge?: WeixinJSBridge }).WeixinJSBridge;
  if (!bridge) return Promise.resolve('failed');
  return new Promise((resolve) => {
    bridge.invoke('getBrandWCPayRequest', request, ({ err_msg }) => {
      if (err_msg.endsWith(':ok')) resolve('paid');
      else resolve(err_msg.endsWith(':cancel') ? 'cancelled' : 'failed');
    });
  });
}
