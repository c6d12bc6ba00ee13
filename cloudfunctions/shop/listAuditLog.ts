import { accept } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { readAuditLog } from '../_runtime/auditLog';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';

const pageSize = 30;

export const listAuditLog: Handler<ShopContract['listAuditLog']> = async ({ shopId, after }) => {
  const found = await readAuditLog(shopId, parseCursor(after), pageSize + 1);
  const { shown, next } = cutPage(found, pageSize, ({ at }) => at);
  const entries = shown.map(({ _id: entryId, at, name, role, operation, about }) => ({
    ...{ entryId, at, name, role, operation, about },
  }));
  return accept({ entries, ...(next !== undefined && { next }) });
};
