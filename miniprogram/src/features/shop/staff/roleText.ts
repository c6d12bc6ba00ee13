import type { Role } from '@shared/shop/role';

/** What a role is called. */
export const roleText: Record<Role, string> = { owner: '店主', manager: '店长', clerk: '店员' };

/** What a role may do, in a line. */
export const roleHint: Record<Role, string> = {
  owner: '什么都能管，也管谁在店里工作',
  manager: '能改商品、价格、优惠券和文章，能退款、看报表',
  clerk: '能发货、核销、处理售后、管库存、回复留言',
};
