import { useRef, useState } from 'react';
import { call } from '@/platform/call';
import { newId } from '@/platform/newId';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { refusalText } from './refusalText';

/** The coupons of a shop, or for one of its products, and claiming one of them. */
export function useClaims(shopId: string, productId?: string) {
  const claimable = useCall('coupon.listClaimable', { shopId, ...(productId && { productId }) });
  const [claiming, setClaiming] = useState<string>();
  // Kept until the claim is answered: a retry after a lost answer is the same claim.
  const claimIds = useRef(new Map<string, string>());

  const claim = useAction(async (templateId: string) => {
    setClaiming(templateId);
    try {
      const claimId = claimIds.current.get(templateId) ?? newId();
      claimIds.current.set(templateId, claimId);
      const reply = await call('coupon.claimCoupon', { templateId, claimId });
      claimIds.current.delete(templateId);
      showSnack({ text: reply.ok ? '已领取，结算时自动为您选用' : refusalText(reply.refusal) });
      await claimable.refresh();
    } finally {
      setClaiming(undefined);
    }
  });

  return { claimable, claiming, claim: (templateId: string) => void claim.run(templateId) };
}
