import type { RefusalIn } from '@shared/contract';
import type { WhyNotClaimable } from '@shared/coupon/claim';
import { commonRefusalText } from '@/platform/commonRefusalText';

/** What to tell a person about a refusal of a coupon. A new refusal in the contract breaks the build here. */
export function refusalText(refusal: RefusalIn<'coupon'>): string {
  switch (refusal.code) {
    case 'NOT_FOUND':
      return refusal.what === 'gift' ? '赠品要先上架才能送' : `${nouns[refusal.what]}不见了，请返回后再试`;
    case 'NOT_CLAIMABLE':
      return whyNotClaimableText[refusal.because];
    case 'BUDGET_TOO_SMALL':
      return `已经发出 ${refusal.given} 张，总数不能更少`;
    case 'INDUCEMENT':
      return `「${refusal.word}」不能用：${refusal.suggestion}`;
    default:
      return commonRefusalText(refusal);
  }
}

const nouns = { shop: '店铺', template: '优惠券', category: '商品分类', product: '商品', order: '订单' };

/** Why a coupon cannot be claimed, in as few characters as a button has. */
export const whyNotClaimableText: Record<WhyNotClaimable, string> = {
  paused: '暂停领取',
  notYet: '即将开始',
  over: '已结束',
  gone: '已领完',
  limit: '已领取',
};
