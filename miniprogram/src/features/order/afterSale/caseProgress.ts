import type { Output } from '@shared/contract';
import { yuanText } from '@shared/kernel/money';
import { carriers } from '@shared/order/carriers';
import { momentText } from '../momentText';

/** An after-sale case, as both sides see it. */
export type CaseView = Output<'order.getOrder'>['cases'][number];

/** What happens to a case next, or how it ended, as the shopper is told. */
export function caseProgress(one: CaseView): string {
  switch (one.status) {
    case 'requested':
      return '店家会尽快处理，请留意这里的消息';
    case 'awaitingReturn':
      return '店家已同意，请把商品寄回并填写快递单号';
    case 'returning':
      return '商品已寄出，店家收到后会尽快处理';
    case 'refunding':
      return one.stuck ? '微信支付没能退到原账户，店家正在处理' : `${yuanText(one.amount)} 正在原路退回`;
    case 'refunded':
      return `${yuanText(one.amount)} 已原路退回${one.refundedAt === undefined ? '' : `，${momentText(one.refundedAt)}`}`;
    case 'exchanged':
      return one.replacement
        ? `新的商品已寄出：${carriers[one.replacement.carrier]} ${one.replacement.trackingNumber}`
        : '新的商品已寄出';
    case 'declined':
      return '店家没有同意这次申请';
    case 'withdrawn':
      return '您已撤销这次申请';
    default:
      return one.status satisfies never;
  }
}
