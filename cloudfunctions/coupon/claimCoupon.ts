import { whyNotClaim } from '../../shared/coupon/claim';
import type { CouponContract } from '../../shared/coupon/contract';
import { accept, type OutputOf, type RefusalOf, type Reply, refuse } from '../../shared/kernel/operation';
import type { Context } from '../_runtime/context';
import type { Handler } from '../_runtime/serve';
import { couponIdOf } from './couponIdOf';
import { readCouponsOf } from './coupons';
import { readTemplate, type TemplateRecord } from './couponTemplates';
import { giveCoupon } from './giveCoupon';
import { heldCouponView } from './heldCouponView';

type Claim = CouponContract['claimCoupon'];
type Claimed = Reply<OutputOf<Claim>, RefusalOf<Claim>>;

/** A person's coupons of one template are numbered, and the number is in the id: so nobody claims more than their share. */
export const claimCoupon: Handler<Claim> = async ({ templateId, claimId }, context) => {
  // A call goes round again when another one of the same person was faster, or the last coupon went just then.
  for (let round = 0; round < 5; round += 1) {
    const answer = await tryToClaim(templateId, claimId, context);
    if (answer !== 'again') return answer;
  }
  throw new Error(`claim ${claimId} is still being made by another call`);
};

async function tryToClaim(
  templateId: string,
  claimId: string,
  { openId, now, newId, permitted }: Context,
): Promise<Claimed | 'again'> {
  const [template, own] = await Promise.all([readTemplate(templateId), readCouponsOf(templateId, openId), permitted()]);
  const known = own.find(({ givingId }) => givingId === claimId);
  if (known) return accept(heldCouponView(known));
  if (!template) return refuse({ code: 'NOT_FOUND', what: 'template' });
  if (isBeingClaimed(template, claimId, openId)) return 'again';

  const claimed = own.filter(({ how }) => how === 'claimed').length;
  const because = whyNotClaim(template, claimed, now);
  if (because) {
    // Read after the template: a note that was already dropped there means that the coupon is to be found now.
    const late = (await readCouponsOf(templateId, openId)).find(({ givingId }) => givingId === claimId);
    return late ? accept(heldCouponView(late)) : refuse({ code: 'NOT_CLAIMABLE', because });
  }

  const given = await giveCoupon(template, {
    ...{ couponId: couponIdOf(templateId, openId, 'claimed', String(claimed + 1)), openId, by: openId },
    ...{ how: 'claimed', givingId: claimId, key: newId(), at: now },
  });
  return given.outcome === 'given' ? accept(heldCouponView(given.coupon)) : 'again';
}

const isBeingClaimed = ({ pending }: TemplateRecord, claimId: string, openId: string): boolean =>
  Object.values(pending).some((note) => note.givingId === claimId && note.openId === openId);
