import type { SendFailure } from '../../shared/crm/operations/campaigns';
import type { SkuRecord } from '../shop/public';
import type { RestockNoticeRecord } from './restockNotices';

/** What is to become of notices that are due. */
export interface RestockPlan {
  tell: RestockNoticeRecord[];
  putOff: RestockNoticeRecord[];
  end: { notice: RestockNoticeRecord; because: SendFailure }[];
}

/** Not everybody who is told buys. */
const toldPerPiece = 3;
/** ms; after three months nobody remembers having asked. */
const waitsAtMost = 90 * 86_400_000;

/**
 * Whom to tell: of a SKU that can be bought again those who asked first, three for each piece, and the others later. Who began to send and
 * never said how it went may have sent; what is sold no more is waited for in vain.
 */
export function planRestock(due: readonly RestockNoticeRecord[], skus: readonly SkuRecord[], now: number): RestockPlan {
  const plan: RestockPlan = { tell: [], putOff: [], end: [] };
  const known = new Map(skus.map((sku) => [sku._id, sku]));
  const left = new Map(skus.map(({ _id, onShelf, stock }) => [_id, onShelf ? stock * toldPerPiece : 0]));
  for (const notice of [...due].sort((one, other) => one.askedAt - other.askedAt)) {
    const { state, skuId, askedAt } = notice;
    const sku = known.get(skuId);
    const places = left.get(skuId) ?? 0;
    if (state === 'sending') plan.end.push({ notice, because: 'unsure' });
    else if (!sku || sku.withdrawn || askedAt < now - waitsAtMost) plan.end.push({ notice, because: 'noneLeft' });
    else if (places === 0) plan.putOff.push(notice);
    else {
      left.set(skuId, places - 1);
      plan.tell.push(notice);
    }
  }
  return plan;
}
