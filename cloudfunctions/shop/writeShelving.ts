import type { Shelving } from '../../shared/shop/shelving';
import { applyOffers } from './offers';
import { type ProductRecord, replaceProduct } from './products';
import type { SkuRecord } from './skus';

/**
 * Writes where a product stands over the version that was read, and lets its SKUs follow. Answers the product as it is
 * then; `undefined` when somebody else was faster.
 */
export async function writeShelving(
  { shelveFrom: _from, shelveUntil: _until, ...before }: ProductRecord,
  skus: readonly SkuRecord[],
  shelf: Shelving,
  saved: { savedAt: number; savedBy?: string },
): Promise<ProductRecord | undefined> {
  // Offers that are still to be applied go along.
  const pendingOffers = { ...before.pendingOffers, since: saved.savedAt };
  const after: ProductRecord = { ...before, ...shelf, ...saved, version: before.version + 1, pendingOffers };
  if (!(await replaceProduct(before.version, after))) return undefined;
  await applyOffers(after, skus);
  return after;
}
