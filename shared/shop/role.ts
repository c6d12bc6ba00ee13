/** What a person is in a shop; everyone with a role is staff. */
export const roles = ['owner', 'manager', 'clerk'] as const;
export type Role = (typeof roles)[number];

/** One role for each pair of shop and person: the id is made from the pair. */
export const staffId = (shopId: string, openId: string): string => `${shopId}-${openId}`;
