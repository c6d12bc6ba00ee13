import { call } from '@/platform/call';
import { pay } from '@/platform/pay';
import { showSnack } from '@/platform/snacks';
import { refusalText } from './refusalText';

/** How often, and after which waits in milliseconds, WeChat Pay is asked whether the money arrived. */
const waits = [0, 600, 1_200, 2_000, 3_000];

/**
 * Takes a shopper through WeChat's cashier. The phone's "paid" is not believed: it resolves when WeChat Pay has
 * confirmed it or after the last wait, and the order page shows where the order stands. Faults are thrown.
 */
export async function payForOrder(orderId: string): Promise<void> {
  const prepared = await call('order.payOrder', { orderId });
  if (!prepared.ok) return showSnack({ text: refusalText(prepared.refusal) });

  const outcome = await pay(prepared.value.payment);
  if (outcome === 'cancelled') return showSnack({ text: '已取消付款，订单为您保留中' });
  if (outcome === 'failed') return showSnack({ text: '付款没有成功，请再试一次' });

  for (const wait of waits) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const checked = await call('order.checkPayment', { orderId });
    if (!checked.ok) return showSnack({ text: refusalText(checked.refusal) });
    if (checked.value.status !== 'awaitingPayment') return showSnack({ text: '付款成功' });
  }
  showSnack({ text: '付款结果确认中，请稍后查看' });
}
