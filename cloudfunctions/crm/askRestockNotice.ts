import type { CrmContract } from '../../shared/crm/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readSku } from '../shop/public';
import { restockNoticeIdOf, waitForRestock } from './restockNotices';

export const askRestockNotice: Handler<CrmContract['askRestockNotice']> = async ({ skuId }, { openId, now }) => {
  const sku = await readSku(skuId);
  if (!sku || sku.withdrawn) return refuse({ code: 'NOT_FOUND', what: 'sku' });
  if (sku.onShelf && sku.stock > 0) return refuse({ code: 'IN_STOCK' });
  const _id = restockNoticeIdOf(skuId, openId);
  await waitForRestock({ _id, skuId, shopId: sku.shopId, openId, askedAt: now, lookAt: now });
  return accept({ waiting: true });
};
