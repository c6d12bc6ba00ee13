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
    case 'TRY_AGAIN':
      return '店里有点忙，请稍后再试';
    default:
      return refusal satisfies never;
  }
}
