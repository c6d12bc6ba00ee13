import type { RefusalIn } from '@shared/contract';
import { commonRefusalText } from '@/platform/commonRefusalText';

/** What to tell a person about a refusal of crm. A new refusal in the contract breaks the build here. */
export function refusalText(refusal: RefusalIn<'crm'>): string {
  switch (refusal.code) {
    case 'NOT_FOUND':
      return 'what' in refusal ? missing[refusal.what] : '没有找到，请返回后再试';
    case 'TOO_MANY':
      return '人群最多存 50 个，请先删掉不用的';
    case 'HAS_BEGUN':
      return '已经开始发送，不能再改';
    case 'IS_OVER':
      return '这次群发已经结束';
    case 'ORDERS_OPEN':
      return `还有 ${refusal.orderIds.length} 笔订单没有完成，完成后才能注销`;
    case 'IN_STOCK':
      return '已经到货了，现在就能买';
    case 'STILL_STAFF':
      return '您还在店里任职，请先让店主移除，再来注销';
    case 'INDUCEMENT':
      return `「${refusal.word}」微信不允许：${refusal.suggestion}`;
    default:
      return commonRefusalText(refusal);
  }
}

const missing = {
  campaign: '没有找到这次群发，请返回后再试',
  template: '优惠券已经不在了，请换一张',
  account: '还没有绑定公众号，请先绑定',
  sku: '这个规格不卖了',
};
