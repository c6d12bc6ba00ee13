import type { CouponContract } from '../../shared/coupon/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readOrder } from '../order/public';
import { couponIdOf } from './couponIdOf';
import { readShopTemplate } from './couponTemplates';
import { giveCoupon } from './giveCoupon';

export const grantCoupon: Handler<CouponContract['grantCoupon']> = async (input, { openId, now, newId }) => {
  const { shopId, templateId, orderId, grantId } = input;
  const [template, order] = await Promise.all([readShopTemplate(templateId, shopId), readOrder(orderId)]);
  if (!template) return refuse({ code: 'NOT_FOUND', what: 'template' });
  if (order?.shopId !== shopId) return refuse({ code: 'NOT_FOUND', what: 'order' });

  const given = await giveCoupon(template, {
    ...{ couponId: couponIdOf(templateId, order.openId, 'granted', grantId), openId: order.openId, by: openId },
    ...{ how: 'granted', givingId: grantId, key: newId(), at: now },
  });
  if (given.outcome === 'noneLeft') return refuse({ code: 'NOT_CLAIMABLE', because: 'gone' });
  return accept({ couponId: given.coupon._id, validUntil: given.coupon.validUntil });
};
