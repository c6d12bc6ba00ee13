import { type InvocationContext, openContext } from '../_runtime/context';
import { markPaid, openNotify, type Transaction } from '../order/public';

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
 * Where WeChat Pay reports payments. Anybody can call it, so nothing counts before the signature verifies. 204 means
 * that we have it; any 4xx or 5xx makes WeChat Pay send it again, up to 15 times a day.
 */
export async function main(event: HttpEvent, invocation?: InvocationContext): Promise<HttpAnswer> {
  const { now, operation, requestId } = openContext('payNotify', invocation, undefined);
  try {
    const body = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString() : (event.body ?? '');
    const opened = openNotify(event.headers ?? {}, body, now);
    if (!opened) return failed(401, '签名验证失败');

    const transaction = opened as Transaction;
    if (transaction.trade_state !== 'SUCCESS') return failed(400, '不是支付成功通知');
    const status = await markPaid(transaction.out_trade_no, transaction);
    console.info(JSON.stringify({ operation, requestId, outcome: status }));
    return { statusCode: 204 };
  } catch (fault) {
    console.error(JSON.stringify({ operation, requestId, fault: String(fault) }));
    return failed(500, '处理失败，请重发');
  }
}

const failed = (statusCode: number, message: string): HttpAnswer => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ code: 'FAIL', message }),
});
