import type { CouponContract } from '../../shared/coupon/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readShopTemplate, setPaused } from './couponTemplates';

export const pauseCouponTemplate: Handler<CouponContract['pauseCouponTemplate']> = async (input) => {
  const { shopId, templateId, paused } = input;
  if (!(await readShopTemplate(templateId, shopId))) return refuse({ code: 'NOT_FOUND', what: 'template' });
  await setPaused(templateId, paused);
  return accept({ templateId, paused });
};
