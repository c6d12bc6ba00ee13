import type { RefusalIn } from '@shared/contract';
import { yuanText } from '@shared/kernel/money';
import { commonRefusalText } from '@/platform/commonRefusalText';

/** What to tell a person about a refusal of the shop. A new refusal in the contract breaks the build here. */
export function refusalText(refusal: RefusalIn<'shop'>): string {
  switch (refusal.code) {
    case 'NOT_FOUND':
      return '没有找到，可能已经下架了';
    case 'NOT_ENOUGH_STOCK':
      return `库存不足，还剩 ${refusal.stock} 件`;
    case 'NOT_LOWER':
      return `会员价要低于原价 ${yuanText(refusal.price)}`;
    default:
      return commonRefusalText(refusal);
  }
}
