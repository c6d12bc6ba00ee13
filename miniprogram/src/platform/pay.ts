import type { Output } from '@shared/contract';
import Taro from '@tarojs/taro';

/** What `order.payOrder` prepared. */
export type PaymentRequest = Output<'order.payOrder'>['payment'];

/** How WeChat's cashier was left. `paid` is the phone's word; only the server's `checkPayment` settles it. */
export type PaymentOutcome = 'paid' | 'cancelled' | 'failed';

/** Opens WeChat's cashier and resolves when the person has left it. Never rejects. */
export async function pay(request: PaymentRequest): Promise<PaymentOutcome> {
  try {
    await Taro.requestPayment(request);
    return 'paid';
  } catch (error) {
    const message = (error as { errMsg?: string }).errMsg ?? '';
    return message.includes('cancel') ? 'cancelled' : 'failed';
  }
}
