import type { Input } from '../../shared/contract';
import { fen } from '../../shared/kernel/money';
import type { DemoPerson } from './world/people';

interface Wanted {
  orderId: string;
  skuId: string;
  quantity?: number;
  /** What the shopper saw, in fen. */
  seenTotal: number;
  shopId?: string;
  way?: Input<'order.placeOrder'>['baskets'][number]['way'];
  note?: string;
  couponId?: string;
}

/** The checkout of one SKU by a demo person, to the address that the demo world gives everybody. */
export const orderOf = (person: DemoPerson, { orderId, skuId, quantity = 1, seenTotal, ...basket }: Wanted) => ({
  checkoutId: orderId,
  addressId: `address-${person.openId}`,
  baskets: [
    { shopId: 'jinmei', way: 'express' as const, ...basket, lines: [{ skuId, quantity }], seenTotal: fen(seenTotal) },
  ],
});
