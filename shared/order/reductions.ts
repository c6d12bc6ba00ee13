/**
 * What lowers the price of an order, in the order in which it counts: each on what those before it have left. They add
 * up, and there is one of each at most: the member's price of the followers, the shop's 满减, and one coupon, which is for
 * goods or for the freight.
 */
export const reductions = ['followerOff', 'discount', 'couponOff', 'freightOff'] as const;
export type Reduction = (typeof reductions)[number];
