import { type Fen, yuan, yuanText } from '../kernel/money';
import type { Benefit, Gift } from './terms';
import type { WhyNotUsable } from './whyNotUsable';

/** What a coupon gives, in as few characters as there are: `¥20`, `8.5 折`, `包邮`, `赠品`. */
export function benefitText(benefit: Benefit): string {
  switch (benefit.kind) {
    case 'amount':
      return `¥${shortYuan(benefit.off)}`;
    case 'percent':
      return `${(100 - benefit.percentOff) / 10} 折`;
    case 'freeShipping':
      return '包邮';
    case 'gift':
      return '赠品';
    default:
      return benefit satisfies never;
  }
}

/** From when on a coupon counts, and up to what or for what: `满 ¥99 可用`, `无门槛，最多减 ¥30`, `无门槛，送苦荞茶 × 1`. */
export function thresholdText({ from, benefit }: { from: Fen; benefit: Benefit }): string {
  const threshold = from === 0 ? '无门槛' : `满 ¥${shortYuan(from)} 可用`;
  if (benefit.kind === 'percent') return `${threshold}，最多减 ¥${shortYuan(benefit.most)}`;
  return benefit.kind === 'gift' ? `${threshold}，送${giftText(benefit)}` : threshold;
}

/** A gift and how many of it: `苦荞茶 500 g × 1`. */
export const giftText = ({ name, quantity }: Pick<Gift, 'name' | 'quantity'>): string => `${name} × ${quantity}`;

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
    case 'giftGone':
      return '赠品已送完，券仍为您留着';
    default:
      return whyNot satisfies never;
  }
}

/** `2000` → `20`, `1250` → `12.5`: a coupon's figures are mostly whole yuan. */
const shortYuan = (amount: Fen): string => yuan(amount).replace(/\.?0+$/, '');
