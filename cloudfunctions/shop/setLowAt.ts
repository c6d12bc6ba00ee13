import { accept, refuse } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Handler } from '../_runtime/serve';
import { changeLowAt, readSku, readSkus, type SkuRecord } from './skus';

export const setLowAt: Handler<ShopContract['setLowAt']> = async ({ shopId, skuIds, lowAt }) => {
  const skus = (await readSkus(skuIds)).filter((sku) => sku.shopId === shopId);
  if (skus.length < skuIds.length) return refuse({ code: 'NOT_FOUND' });
  await Promise.all(skus.map((sku) => setOne(sku, lowAt)));
  return accept({});
};

/** Only thresholds change beside us, and each try reads anew. */
const tries = 5;

async function setOne(read: SkuRecord, lowAt: number): Promise<void> {
  let sku: SkuRecord | undefined = read;
  for (let round = 0; round < tries && sku; round += 1) {
    if (sku.lowAt === lowAt || (await changeLowAt(sku, lowAt))) return;
    sku = await readSku(read._id);
  }
  throw new Error(`the threshold of ${read._id} keeps changing`);
}
