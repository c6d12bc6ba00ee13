import type { CouponContract } from '../../shared/coupon/contract';
import { accept } from '../../shared/kernel/operation';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { listCoupons } from './coupons';
import { heldCouponView } from './heldCouponView';

const pageSize = 20;

export const listMyCoupons: Handler<CouponContract['listMyCoupons']> = async ({ state, after }, { openId, now }) => {
  const found = await listCoupons(openId, state, now, parseCursor(after), pageSize + 1);
  const { shown, ...next } = cutPage(found, pageSize, ({ validUntil }) => validUntil);
  return accept({
    coupons: shown.map((coupon) => ({
      ...heldCouponView(coupon),
      ...(coupon.spentFor && { orderId: coupon.spentFor.orderId }),
    })),
    ...next,
  });
};
