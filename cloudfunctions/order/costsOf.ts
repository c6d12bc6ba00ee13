import { timesFen } from '../../shared/kernel/money';
import type { SkuRecord } from '../shop/public';
import type { LineCost, OrderLineRecord } from './OrderRecord';

/** What the shop's pieces in these lines had cost it, where it noted that. Kept as it is now: costs change. */
export const costsOf = (lines: readonly OrderLineRecord[], skus: readonly SkuRecord[]): LineCost[] =>
  lines.flatMap(({ skuId, quantity, paid }) => {
    const cost = skus.find(({ _id }) => _id === skuId)?.cost;
    return cost === undefined ? [] : [{ skuId, quantity, paid, cost: timesFen(cost, quantity) }];
  });
