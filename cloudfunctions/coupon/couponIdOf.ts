import { createHash } from 'node:crypto';
import type { CouponRecord } from './coupons';

/**
 * Uniqueness lives in the id: of one template, nobody has two coupons that were got the same way under the same number
 * (of a claim) or id (of a grant). Hashed, so that it fits wherever an id does and tells nobody's openid.
 */
export const couponIdOf = (templateId: string, openId: string, how: CouponRecord['how'], which: string): string =>
  createHash('sha256')
    .update(JSON.stringify([templateId, openId, how, which]))
    .digest('hex')
    .slice(0, 32);
