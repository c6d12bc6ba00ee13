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
    case 'SHELF_CHANGED':
      return `数的时候有货进出，现在应有 ${refusal.expected} 件，请再数一次`;
    case 'FILE_UNREADABLE':
      return unreadable[refusal.because];
    case 'ROWS_WRONG':
      return `有 ${refusal.problemCount} 处要改，什么都还没有导入`;
    case 'NOT_LOWER':
      return `会员价要低于原价 ${yuanText(refusal.price)}`;
    case 'CHANGED_MEANWHILE':
      return '别的店员刚改过这件商品，请返回重新打开后再改';
    case 'CATEGORY_IN_USE':
      return `「${refusal.name}」里还有商品，先把它们移到别的分类`;
    case 'BANNER_LEADS_NOWHERE':
      return `第 ${refusal.index + 1} 张横幅打开的内容已经没有了，请换一个`;
    case 'INDUCEMENT':
      return `「${refusal.word}」不能用：${refusal.suggestion}`;
    case 'SHOP_IS_FULL':
      return `一家店最多 ${refusal.most} 人`;
    case 'INVITATION_OVER':
      return '邀请已经失效，请店主再发一次';
    case 'ALREADY_STAFF':
      return '您已经在这家店工作了';
    case 'OWNER_STAYS':
      return '店主的身份不能改';
    default:
      return commonRefusalText(refusal);
  }
}

const unreadable = {
  encoding: '读不出文字，请存成 CSV（UTF-8 或 GBK）再试',
  empty: '文件里没有商品',
  tooManyRows: '一次最多 500 行，请拆成几个文件',
} as const;
