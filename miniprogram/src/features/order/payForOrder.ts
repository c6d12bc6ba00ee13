import { call } from '@/platform/call';
import { NetworkFault } from '@/platform/faults';
import { pay } from '@/platform/pay';
import { showSnack } from '@/platform/snacks';
import { refusalText } from './refusalText';
import type { OrderStage } from './stageText';

/** How often, and after which waits in milliseconds, WeChat Pay is asked whether the money arrived. */
const waits = [0, 600, 1_200, 2_000, 3_000];

/**
 * Takes a shopper through WeChat's cashier, and tells `onStage` how far they are. The phone's "paid" is not believed: it
 * resolves when WeChat Pay has confirmed it or after the last wait, and the order page shows where the order stands.
 * Without a network it says what is known of the money and resolves; other faults are thrown.
 */
export async function payForOrder(orderId: string, onStage: (stage: OrderStage) => void): Promise<void> {
  onStage('opening');
  const prepared = await reached(call('order.payOrder', { orderId }));
  if (prepared === 'offline') return showSnack({ text: '订单已提交。网络不通，付款还没有打开' });
  if (!prepared.ok) return showSnack({ text: refusalText(prepared.refusal) });

  onStage('paying');
  const outcome = await pay(prepared.value.payment);
  if (outcome === 'cancelled') return showSnack({ text: '已取消付款，订单为您保留中' });
  if (outcome === 'failed') return showSnack({ text: '付款没有成功，请再试一次' });

  onStage('confirming');
  await confirmPayment(orderId);
}

async function confirmPayment(orderId: string): Promise<void> {
  for (const wait of waits) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const checked = await reached(call('order.checkPayment', { orderId }));
    if (checked === 'offline') return showSnack({ text: '已付款，不用再付。网络不通，结果稍后在订单里看' });
    if (!checked.ok) return showSnack({ text: refusalText(checked.refusal) });
    if (checked.value.status !== 'awaitingPayment') return showSnack({ text: '付款成功' });
  }
  showSnack({ text: '付款结果确认中，请稍后查看' });
}

const reached = <Reply>(reply: Promise<Reply>): Promise<Reply | 'offline'> =>
  reply.catch((fault: unknown) => {
    if (fault instanceof NetworkFault) return 'offline';
    throw fault;
  });
