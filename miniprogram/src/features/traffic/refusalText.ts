import type { RefusalIn } from '@shared/contract';
import { commonRefusalText } from '@/platform/commonRefusalText';

/** What to tell a person about a refusal of traffic. A new refusal in the contract breaks the build here. */
export function refusalText(refusal: RefusalIn<'traffic'>): string {
  switch (refusal.code) {
    case 'NOT_FOUND':
      return missing[refusal.what];
    case 'NOT_PUBLISHED':
      return '小程序还没有发布，发布后就能生成';
    case 'QUOTA':
      return '微信今天的次数用完了，请稍后再试';
    case 'TRY_LATER':
      return '微信暂时没有回应，请稍后再试';
    default:
      return commonRefusalText(refusal);
  }
}

const missing = {
  channel: '推广码不见了，请返回后再试',
  product: '商品已经下架，请换一个',
  article: '文章已经收起来了，请换一篇',
};
