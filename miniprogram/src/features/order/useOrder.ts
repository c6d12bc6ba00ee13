import type { Output } from '@shared/contract';
import { useState } from 'react';
import { ask } from '@/platform/ask';
import { call } from '@/platform/call';
import { confirmAtWeChat } from '@/platform/confirmAtWeChat';
import { open } from '@/platform/navigate';
import { newId } from '@/platform/newId';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { allPiecesLeft } from './afterSale/refundable';
import { payForOrder } from './payForOrder';
import { refusalText } from './refusalText';
import type { OrderStage } from './stageText';
import { tell } from './tell';
import { useDeed } from './useDeed';

/** One order of the shopper, where its parcels are, and what can be done with it. */
export function useOrder(orderId: string | undefined) {
  const order = useCall('order.getOrder', orderId ? { orderId } : null);
  const isByCarrier = (order.data?.parcels.length ?? 0) > 0;
  const tracked = useCall('order.trackParcels', orderId && isByCarrier ? { orderId } : null);
  // Made before the first try, so that a second one is the same case.
  const [refundCaseId, setRefundCaseId] = useState(newId);
  const [stage, setStage] = useState<OrderStage>('opening');

  const paying = useAction(async () => {
    if (!orderId) return;
    try {
      await payForOrder(orderId, setStage);
    } finally {
      await order.refresh();
    }
  });
  const deed = useDeed(order.refresh);
  const buyingAgain = useAction(async () => {
    if (orderId) await buyAgain(orderId);
  });

  async function cancel({ orderId, together }: OwnOrder): Promise<void> {
    if (await ask(reallyCancel(together.length - 1)))
      await deed.run(() => tell('order.cancelOrder', { orderId }, '订单已取消'));
  }
  async function receive({ orderId, receipt }: OwnOrder): Promise<void> {
    const atWeChat = receipt ? await confirmAtWeChat(receipt) : 'unavailable';
    if (atWeChat === 'confirmed' || (atWeChat === 'unavailable' && (await ask(reallyReceived))))
      await deed.run(() => tell('order.confirmReceipt', { orderId }, '谢谢惠顾'));
  }
  async function cancelPaid(own: OwnOrder): Promise<void> {
    if (!(await ask(reallyRefund))) return;
    const all = { kind: 'refundOnly', reason: 'noLongerWanted', lines: allPiecesLeft(own) } as const;
    const claim = { ...all, orderId: own.orderId, caseId: refundCaseId };
    await deed.run(
      () => tell('order.requestAfterSale', claim, '已提交，店家同意后原路退款'),
      () => setRefundCaseId(newId()),
    );
  }
  return {
    ...{ order, tracked: tracked.data?.parcels, paying, stage },
    ...{ buyingAgain, busy: deed.busy, cancel, receive, cancelPaid },
  };
}

type OwnOrder = Output<'order.getOrder'>;

async function buyAgain(orderId: string): Promise<void> {
  const reply = await call('order.buyAgain', { orderId });
  if (!reply.ok) return showSnack({ text: refusalText(reply.refusal) });
  const { added, gone } = reply.value;
  if (added === 0) return showSnack({ text: '这些商品都已售罄或下架了' });
  const text = gone > 0 ? `${added} 种已加入购物车，${gone} 种已售罄或下架` : '已加入购物车';
  showSnack({ text, action: { label: '去看看', run: () => open('cart', {}) } });
}

const reallyReceived = {
  title: '确认收到商品了？',
  text: '请先检查包裹里的东西是否齐全、完好。',
  agree: '确认收货',
  keep: '还没有',
};

const reallyRefund = {
  title: '取消订单并退款？',
  text: '店家还没有发货。店家同意后，全部货款和运费原路退回。',
  agree: '申请退款',
  keep: '再想想',
};

const reallyCancel = (others: number) => ({
  title: '取消这笔订单？',
  text: others > 0 ? `一起下单的另外 ${others} 笔也会取消，商品会放回货架。` : '取消后商品会放回货架，可能被别人买走。',
  agree: '取消订单',
  keep: '再想想',
});
