import type { RefusalIn } from '@shared/contract';
import { commonRefusalText } from '@/platform/commonRefusalText';

/** What to tell a person about a refusal of the fan domain. A new refusal in the contract breaks the build here. */
export function refusalText(refusal: RefusalIn<'fan'>): string {
  switch (refusal.code) {
    case 'NOT_BOUND':
      return '店铺还没有绑定公众号';
    case 'ANOTHER_IS_BOUND':
      return `已绑定另一个公众号（${refusal.appId}），请先解除`;
    case 'NO_PLATFORM':
      return '这里没有开放平台授权，请用 AppID 和 AppSecret 绑定';
    case 'CREDENTIALS_REFUSED':
      return '微信不认这组 AppID 和 AppSecret，请核对；也请确认服务器地址在 IP 白名单里';
    case 'TRY_LATER':
      return '公众号暂时联系不上，过一会儿再试';
    case 'NO_RIGHT':
      return '这个公众号没有这项接口权限（需要通过微信认证）';
    case 'NO_ROOM':
      return '公众号底部已有三个菜单，请先到公众平台去掉一个';
    case 'NOT_FOUND':
      return '没有找到，可能已经失效';
    case 'NOT_YOURS':
      return '这张礼券已经被领走了';
    case 'GONE':
      return '礼券已经发完或过期了';
    case 'INDUCEMENT':
      return `「${refusal.word}」不能用：${refusal.suggestion}`;
    default:
      return commonRefusalText(refusal);
  }
}
