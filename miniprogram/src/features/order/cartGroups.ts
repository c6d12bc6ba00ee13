import type { Output } from '@shared/contract';
import { type Fen, sumFen, timesFen } from '@shared/kernel/money';
import type { WantedLine } from './lines';

/** A line as the server gives it: price and stock are the shop's, now. */
export type CartLine = Output<'order.getCart'>['lines'][number];

/** A line of the cart as it is shown. */
export interface ShownLine extends CartLine {
  chosen: boolean;
  /** `short`: fewer in stock than wanted. Neither a short nor a sold-out line can be ordered. */
  supply: 'enough' | 'short' | 'soldOut';
}

/** What lies in the cart from one shop; an order is always with one shop. */
export interface CartGroup {
  shopId: string;
  shopName: string;
  lines: readonly ShownLine[];
  /** The chosen lines: their worth without freight, and what the checkout takes. */
  total: Fen;
  chosen: readonly WantedLine[];
}

/** Groups a cart by shop, in the cart's order. Every line that can be ordered is chosen unless it is in `leftOut`. */
export function cartGroups(lines: readonly CartLine[], leftOut: ReadonlySet<string>): CartGroup[] {
  const byShop = new Map<string, ShownLine[]>();
  for (const line of lines) {
    const supply = supplyOf(line);
    const shown = { ...line, supply, chosen: supply === 'enough' && !leftOut.has(line.skuId) };
    byShop.set(line.shopId, [...(byShop.get(line.shopId) ?? []), shown]);
  }
  return [...byShop].map(([shopId, shown]) => {
    const chosen = shown.filter((line) => line.chosen);
    return {
      shopId,
      shopName: shown[0]?.shopName ?? '',
      lines: shown,
      total: sumFen(...chosen.map(({ price, followerPrice = price, quantity }) => timesFen(followerPrice, quantity))),
      chosen: chosen.map(({ skuId, quantity }) => ({ skuId, quantity })),
    };
  });
}

function supplyOf({ stock, quantity }: CartLine): ShownLine['supply'] {
  if (stock === 0) return 'soldOut';
  return stock < quantity ? 'short' : 'enough';
}
