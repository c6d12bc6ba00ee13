import { type Fen, yuan, yuanText } from '../kernel/money';
import type { Benefit } from './terms';
import type { WhyNotUsable } from './whyNotUsable';

/** What a coupon gives, in as few characters as there are: `¥20`, `8.5 折`, `包邮`. */
export function benefitText(benefit: Benefit): string {
  switch (benefit.kind) {
    case 'amount':
      return `¥${shortYuan(benefit.off)}`;
    case 'percent':
      return `${(100 - benefit.percentOff) / 10} 折`;
    case 'freeShipping':
      return '包邮';
    default:
      return benefit satisfies never;
  }
}

/** From when on a coupon counts, and up to what: `满 ¥99 可用`, `无门槛，最多减 ¥30`. */
export function thresholdText({ from, benefit }: { from: Fen; benefit: Benefit }): string {
  const threshold = from === 0 ? '无门槛' : `满 ¥${shortYuan(from)} 可用`;
  return benefit.kind === 'percent' ? `${threshold}，最多减 ¥${shortYuan(benefit.most)}` : threshold;
}

/** Why a coupon does not count, for the shopper. */
export function whyNotUsableText(whyNot: WhyNotUsable): string {
  switch (whyNot.because) {
    case 'notFound':
      return '优惠券已不可用';
    case 'spent':
      return '优惠券已在另一笔订单中使用';
    case 'expired':
      return '优惠券已过期';
    case 'notYet':
      return '优惠券还未到使用时间';
    case 'notForGoods':
      return '所选商品不适用';
    case 'belowMinimum':
      return `再买 ${yuanText(whyNot.missing)} 可用`;
    case 'nothingToSave':
      return '本单已免运费';
    default:
      return whyNot satisfies never;
  }
}

/** `2000` → `20`, `1250` → `12.5`: a coupon's figures are mostly whole yuan. */
const shortYuan = (amount: Fen): string => yuan(amount).replace(/\.?0+$/, '');
