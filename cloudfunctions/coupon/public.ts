export { type CouponRecord, readCoupons, readUnspent } from './coupons';
export { readUnsettledTemplates } from './couponTemplates';
export { settleGiving } from './giveCoupon';
export { heldCouponView } from './heldCouponView';
export { giveBackCoupon, keepCoupon, readUnsettledCoupons, type Spending, spendCoupon } from './spending';
