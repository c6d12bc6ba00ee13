export { type CouponRecord, readCoupons, readUnspent } from './coupons';
export { isOver, readShopTemplate, readUnsettledTemplates, type TemplateRecord } from './couponTemplates';
export { giveCoupon, settleGiving } from './giveCoupon';
export { heldCouponView } from './heldCouponView';
export { giveBackCoupon, keepCoupon, readUnsettledCoupons, type Spending, spendCoupon } from './spending';
