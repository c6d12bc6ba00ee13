/** What a person is in a shop, from the least say to the most; everyone with a role is staff. */
export const roles = ['clerk', 'manager', 'owner'] as const;
export type Role = (typeof roles)[number];

/** Who may do something in a shop: all its staff, its managers and owner, its owner alone. */
export type Rank = 'staff' | 'manager' | 'owner';

const least: Record<Rank, Role> = { staff: 'clerk', manager: 'manager', owner: 'owner' };

/**
 * Whether somebody with this role may do what is for `rank`. A clerk serves: stock, orders, what shoppers ask. A manager runs the shop:
 * goods, prices, coupons, articles, money that goes back, figures. The owner alone says who works there and what the shop is bound to.
 */
export const mayAct = (role: Role | undefined, rank: Rank): boolean =>
  role !== undefined && roles.indexOf(role) >= roles.indexOf(least[rank]);

/** One role for each pair of shop and person: the id is made from the pair. */
export const staffId = (shopId: string, openId: string): string => `${shopId}-${openId}`;
