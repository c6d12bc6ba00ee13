import type { CrmContract } from '../../shared/crm/contract';
import { accept, refuse } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { setting } from '../_runtime/setting';
import { readSku } from '../shop/public';
import { readRestockNotice, restockNoticeIdOf } from './restockNotices';

export const getRestockNotice: Handler<CrmContract['getRestockNotice']> = async ({ skuId }, { openId }) => {
  const [sku, notice] = await Promise.all([readSku(skuId), readRestockNotice(restockNoticeIdOf(skuId, openId))]);
  if (!sku) return refuse({ code: 'NOT_FOUND', what: 'sku' });
  return accept({ waiting: notice?.state === 'waiting', templateId: setting('WECHAT_RESTOCK_TEMPLATE') });
};
