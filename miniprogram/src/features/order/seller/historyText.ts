import { caseKindText, caseStatusText } from '../caseText';
import { statusText } from '../statusText';

/** What an entry of an order's history says in people's words; a deed that has none is shown as it is written. */
export const historyText = (what: string): string => texts[what] ?? what;

const texts: Readonly<Record<string, string>> = {
  ...statusText,
  placed: '下单',
  paid: '付款',
  shipped: '发货',
  readyForPickup: '备好货，等待自提',
  received: '收货',
  completed: '交易完成',
  cancelled: '订单取消',
  refunding: '全部款项开始退回',
  refunded: '全部款项已退回',
  parcelsCorrected: '更正快递单号',
  'invoice.requested': '申请发票',
  'invoice.issued': '开出发票',
  'refund.done': '退款到账',
  'refund.abnormal': '退款异常，没能退到原账户',
  'refund.closed': '退款关闭，钱还没有退出',
  'refund.again': '重新发起退款',
  ...prefixed(caseKindText, (text) => `申请售后：${text}`),
  ...prefixed(caseStatusText, (text) => `售后：${text}`),
};

function prefixed(of: Readonly<Record<string, string>>, say: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(of).map(([key, text]) => [`case.${key}`, say(text)]));
}
