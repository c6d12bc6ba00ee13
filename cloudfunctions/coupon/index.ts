import { couponContract } from '../../shared/coupon/contract';
import { serve } from '../_runtime/serve';
import { claimCoupon } from './claimCoupon';
import { grantCoupon } from './grantCoupon';
import { listClaimable } from './listClaimable';
import { listCouponTemplates } from './listCouponTemplates';
import { listMyCoupons } from './listMyCoupons';
import { pauseCouponTemplate } from './pauseCouponTemplate';
import { saveCouponTemplate } from './saveCouponTemplate';

export const main = serve('coupon', couponContract, {
  listClaimable,
  claimCoupon,
  listMyCoupons,
  saveCouponTemplate,
  pauseCouponTemplate,
  listCouponTemplates,
  grantCoupon,
});
