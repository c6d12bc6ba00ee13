import type { Output, Refusal } from '@shared/contract';
import { useState } from 'react';
import { call } from '@/platform/call';
import { replaceBy } from '@/platform/navigate';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { useCall } from '@/platform/useCall';
import { useChosenAddress } from './chosenAddress';
import type { WantedBasket } from './lines';
import { payForOrder } from './payForOrder';
import { refusalText } from './refusalText';
import type { OrderStage } from './stageText';
import { useCheckoutDraft, type Wish } from './useCheckoutDraft';

/** One shop's part of a checkout, as the server sees it. */
export type CheckoutBasket = Output<'order.previewCheckout'>['baskets'][number];

/**
 * A checkout with one or several shops, placed once however often it is tried. What the shopper saw is sent along; a
 * price that moved is shown and asked again.
 */
export function useCheckout(wanted: readonly WantedBasket[]) {
  const checkout = useCheckoutDraft(wanted);
  const { wishes, wish } = checkout;
  const chosenId = useChosenAddress();
  const baskets = wanted.map((basket) => ({ ...basket, ...previewWish(wishes[basket.shopId]) }));
  const preview = useCall(
    'order.previewCheckout',
    baskets.length > 0 ? { baskets, ...(chosenId && { addressId: chosenId }) } : null,
    { keepBefore: true },
  );
  /** What is to be looked at again before another try. */
  const [changed, setChanged] = useState<string>();
  const [shortSkuId, setShortSkuId] = useState<string>();
  const [stage, setStage] = useState<OrderStage>('submitting');

  const { addresses = [], toPay } = preview.data ?? {};
  const address = addresses.find(({ addressId }) => addressId === chosenId) ?? addresses[0];

  const placing = useAction(async () => {
    if (toPay === undefined || !address || !preview.data || preview.behind) return;

    setStage('submitting');
    const parts = preview.data.baskets.flatMap((basket) => partOf(basket, wishes[basket.shopId]));
    const checkoutId = checkout.begin();
    const reply = await call('order.placeOrder', { checkoutId, addressId: address.addressId, baskets: parts });
    // Ids are nobody else's: what stands under this one was placed by an earlier try.
    const isThere = reply.ok || reply.refusal.code === 'CHECKOUT_ID_TAKEN';
    if (!isThere) return answerRefusal(reply.refusal);
    checkout.forget();
    try {
      await payForOrder(checkoutId, setStage);
    } finally {
      // Paid or not, the orders are there now, and this page must not place them again.
      if (parts.length > 1) replaceBy('orders', {});
      else replaceBy('order', { orderId: checkoutId });
    }
  });

  async function answerRefusal(refusal: Refusal<'order.placeOrder'>): Promise<void> {
    showSnack({ text: refusalText(refusal) });
    // The function died on the way: nobody knows how far it came.
    if (refusal.code === 'TRY_AGAIN') return;
    checkout.notPlaced();
    setChanged(changedText[refusal.code]);
    if (refusal.code === 'COUPON_NOT_USABLE') wish(refusal.shopId, { couponId: 'best' });
    setShortSkuId(refusal.code === 'OUT_OF_STOCK' ? refusal.skuId : undefined);
    await preview.refresh();
  }

  return {
    preview,
    address,
    toPay,
    changed,
    shortSkuId,
    placing,
    /** How far it is, while `placing` is busy. */
    stage,
    /** An earlier try was not answered; another one finds its order. */
    unanswered: checkout.mayBePlaced && !placing.busy,
    noteFor: (shopId: string) => wishes[shopId]?.note ?? '',
    /** The way that was tapped last, before the server has said what it costs. */
    wayFor: ({ shopId, way }: CheckoutBasket) => wishes[shopId]?.way ?? way,
    wish,
  };
}

/** The order was not placed, and the sum that was shown no longer holds. */
const changedText: Partial<Record<Refusal<'order.placeOrder'>['code'], string>> = {
  PRICE_CHANGED: '价格刚刚有变化，请确认新的金额后再提交',
  COUPON_NOT_USABLE: '优惠券有变化，金额已重新计算，请确认后再提交',
};

/** What of a wish the price depends on. */
const previewWish = ({ way, couponId }: Wish = {}) => ({
  ...(way && { way }),
  ...(couponId && couponId !== 'best' && { couponId }),
});

const partOf = ({ shopId, lines, way, price, couponId }: CheckoutBasket, wish: Wish | undefined) =>
  price
    ? [
        {
          ...{ shopId, way, note: wish?.note ?? '', seenTotal: price.toPay },
          ...(couponId && { couponId }),
          lines: lines.map(({ skuId, quantity }) => ({ skuId, quantity })),
        },
      ]
    : [];
