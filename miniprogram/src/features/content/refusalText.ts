import type { RefusalIn } from '@shared/contract';
import { commonRefusalText } from '@/platform/commonRefusalText';

/** What to tell a person about a refusal of an article. A new refusal in the contract breaks the build here. */
export function refusalText(refusal: RefusalIn<'content'>): string {
  switch (refusal.code) {
    case 'NOT_FOUND':
      return 'what' in refusal ? `${nouns[refusal.what]}不见了，请返回后再试` : '内容不见了，请返回后再试';
    case 'FORBIDDEN_TEXT':
      return '这段话里有不能发布的内容，请改一改';
    case 'TOO_MANY':
      return `说得太快了，一分钟最多 ${refusal.aMinute} 条，歇一歇再说`;
    case 'PRODUCT_OF_ANOTHER_SHOP':
      return '文章里只能放本店的商品';
    case 'CHANGED_MEANWHILE':
      return '别人刚改过这篇文章，请返回后重新打开';
    case 'INDUCEMENT':
      return `「${refusal.word}」不能用：${refusal.suggestion}`;
    case 'NOT_NOW':
      return '文章的状态已经变了，请刷新后再试';
    case 'EMPTY':
      return '还没有正文，写几句再发布';
    case 'TOO_LONG':
      return '正文太长了，请分成两篇';
    case 'NOT_BOUND':
      return '还没有绑定公众号';
    case 'NO_RIGHT':
      return '这个公众号没有读取文章的权限（需要认证），可以用「粘贴链接」添加';
    case 'CREDENTIALS_REFUSED':
      return '公众号的密钥已失效，请重新绑定';
    case 'TRY_LATER':
      return '微信暂时没有回应，请稍后再试';
    default:
      return commonRefusalText(refusal);
  }
}

const nouns = { shop: '店铺', article: '文章', product: '商品' };
