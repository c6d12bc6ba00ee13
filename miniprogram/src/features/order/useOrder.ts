import { ask } from '@/platform/ask';
import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { payForOrder } from './payForOrder';
import { refusalText } from './refusalText';

/** One order of the shopper, and what can be done with it. */
export function useOrder(orderId: string | undefined) {
  const order = useCall('order.getOrder', orderId ? { orderId } : null);

  const paying = useAction(async () => {
    if (!orderId) return;
    try {
      await payForOrder(orderId);
    } finally {
      await order.refresh();
    }
  });
  const cancelling = useAction(async () => {
    if (!orderId || !(await ask(reallyCancel))) return;
    const reply = await call('order.cancelOrder', { orderId });
    showSnack({ text: reply.ok ? '订单已取消' : refusalText(reply.refusal) });
    await order.refresh();
  });
  const receiving = useAction(async () => {
    if (!orderId || !(await ask(reallyReceived))) return;
    const reply = await call('order.confirmReceipt', { orderId });
    showSnack({ text: reply.ok ? '谢谢惠顾' : refusalText(reply.refusal) });
    await order.refresh();
  });
  return { order, paying, cancelling, receiving };
}

const reallyReceived = {
  title: '确认收到商品了？',
  text: '请先检查包裹里的东西是否齐全、完好。',
  agree: '确认收货',
  keep: '还没有',
};

const reallyCancel = {
  title: '取消这笔订单？',
  text: '取消后商品会放回货架，可能被别人买走。',
  agree: '取消订单',
  keep: '再想想',
};
