import type { Way } from '@shared/order/price';
import { newId } from '@/platform/newId';
import { forgetDraft, useDraft } from '@/platform/useDraft';
import { basketsText, type WantedBasket } from './lines';

/** What a shopper says about one shop's part. */
export interface Wish {
  way?: Way;
  note?: string;
  /** One of the shopper's coupons, or `none`; the `best` one until something is said. */
  couponId?: string;
}

/** A checkout that is not known to be an order yet. */
interface CheckoutDraft {
  /** Sent with every try, so that a try whose answer got lost is found and not ordered twice. */
  checkoutId: string;
  /** When it was first tried, in ms since 1970; 0: never. */
  triedAt: number;
  wishes: Record<string, Wish>;
}

/** An order that nobody pays lives so long (`payBefore`), in ms: after that, another try is another order. */
const unpaidFor = 15 * 60_000;

/** The draft of the checkout of these baskets, which survives the page. */
export function useCheckoutDraft(wanted: readonly WantedBasket[]) {
  const [draft, change] = useDraft<CheckoutDraft>('checkout', basketsText(wanted), () => ({
    checkoutId: newCheckoutId(),
    triedAt: 0,
    wishes: {},
  }));
  const mayBePlaced = draft.triedAt > 0 && Date.now() - draft.triedAt < unpaidFor;
  return {
    wishes: draft.wishes,
    /** It was tried, and nobody knows what came of it. */
    mayBePlaced,
    wish: (shopId: string, part: Wish) =>
      change((before) => ({
        ...before,
        wishes: { ...before.wishes, [shopId]: { ...before.wishes[shopId], ...part } },
      })),
    /** Notes that it is tried now; answers under which id. */
    begin: (): string => {
      if (mayBePlaced) return draft.checkoutId;
      const checkoutId = draft.triedAt > 0 ? newCheckoutId() : draft.checkoutId;
      change((before) => ({ ...before, checkoutId, triedAt: Date.now() }));
      return checkoutId;
    },
    /** The shop answered that there is no order of it: what was said stays. */
    notPlaced: () => change((before) => ({ ...before, triedAt: 0 })),
    /** The order is there. */
    forget: () => forgetDraft('checkout'),
  };
}

const newCheckoutId = (): string => newId().slice(0, 28);
