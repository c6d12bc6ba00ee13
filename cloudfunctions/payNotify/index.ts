import { type InvocationContext, openContext } from '../_runtime/context';
import { markPaid, noteRefund, openNotify, readOrder, readOrders, requireAmount, WrongAmount } from '../order/public';

/** What CloudBase's HTTP access hands over (the part that we read). */
interface HttpEvent {
  headers?: Record<string, string>;
  body?: string;
  isBase64Encoded?: boolean;
}
interface HttpAnswer {
  statusCode: number;
  headers?: Record<string, string>;
  body?: string;
}

/**
 * Where WeChat Pay reports payments and refunds. Anybody can call it, so nothing counts before the signature verifies.
 * 204 means that we have it; any 4xx or 5xx makes WeChat Pay send it again, up to 15 times a day.
 */
export async function main(event: HttpEvent, invocation?: InvocationContext): Promise<HttpAnswer> {
  const { now, operation, requestId } = openContext('payNotify', invocation);
  let outcome = 'fault';
  try {
    const body = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
    const answer = await answerTo(openNotify(event.headers ?? {}, body, now), now);
    outcome = answer.statusCode === 204 ? 'ok' : (answer.body ?? '');
    return answer;
  } catch (fault) {
    console.error(
      JSON.stringify({ operation, requestId, fault: fault instanceof Error ? fault.stack : String(fault) }),
    );
    return fault instanceof WrongAmount ? failed(409, '金额与订单不一致') : failed(500, '处理失败，请重发');
  } finally {
    console.info(JSON.stringify({ operation, requestId, outcome }));
  }
}

async function answerTo(notify: ReturnType<typeof openNotify>, now: number): Promise<HttpAnswer> {
  if (!notify) return failed(401, '签名验证失败');
  if (notify.is === 'foreign') return failed(403, '不是本商户的通知');
  if (notify.is === 'refund') {
    const order = await readOrder(notify.orderId);
    if (!order) return failed(404, '没有这笔订单');
    const refund = order.refunds.find(({ refundId }) => refundId === notify.refundId);
    if (refund && refund.amount !== notify.amount)
      throw new WrongAmount(`refund ${notify.refundId} is over another sum`);
    await noteRefund(order, notify.refundId, notify.state, now);
    return { statusCode: 204 };
  }
  if (notify.is === 'other') return failed(400, '不认识的通知');

  const { paid } = notify;
  const orders = await readOrders([...paid.keys()]);
  if (orders.length < paid.size) return failed(404, '没有这笔订单');
  const payments = orders.flatMap((order) => {
    const payment = paid.get(order._id);
    return payment ? [{ order, payment }] : [];
  });
  // All or none: a notify that is not true in one part is not believed in another.
  for (const { order, payment } of payments) requireAmount(order, payment);
  await Promise.all(payments.map(({ order, payment }) => markPaid(order, payment, now)));
  return { statusCode: 204 };
}

const failed = (statusCode: number, message: string): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ code: 'FAIL', message }),
});
