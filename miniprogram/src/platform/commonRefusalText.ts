import type { CommonRefusal } from '@shared/kernel/operation';

/** What to tell a person about a refusal that any operation may make; the domains' own are told by their features. */
export function commonRefusalText(refusal: CommonRefusal): string {
  switch (refusal.code) {
    case 'INVALID_INPUT':
      return `填写的内容有误（${refusal.field}），请检查后再试`;
    case 'SIGN_IN_REQUIRED':
      return '请在微信中打开后再试';
    case 'NOT_ALLOWED':
      return '您没有权限进行此操作';
    case 'TOO_OFTEN':
      return `操作太频繁了，请 ${minuteAfter(refusal.until)} 以后再试`;
    case 'TRY_AGAIN':
      return '店里有点忙，请稍后再试';
    default:
      return refusal satisfies never;
  }
}

/** China's time of the day, `14:05`, of the next whole minute. */
const minuteAfter = (at: number): string => new Date(at + 8 * 3_600_000 + 59_999).toISOString().slice(11, 16);
