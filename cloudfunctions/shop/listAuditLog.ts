import { accept } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { type AuditEntry, readAuditLog } from '../_runtime/auditLog';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { memberIdOf, readStaffOf } from '../_runtime/staff';
import { readProducts } from './products';
import { readSkus } from './skus';

const pageSize = 30;

export const listAuditLog: Handler<ShopContract['listAuditLog']> = async ({ shopId, after }) => {
  const found = await readAuditLog(shopId, parseCursor(after), pageSize + 1);
  const { shown, next } = cutPage(found, pageSize, ({ at }) => at);
  const entries = shown.map(({ _id: entryId, at, name, role, operation, about }) => ({
    ...{ entryId, at, name, role, operation, about },
  }));
  return accept({ entries, names: await namesIn(shopId, shown), ...(next !== undefined && { next }) });
};

/** What people call the ids that these entries name. */
async function namesIn(shopId: string, entries: readonly AuditEntry[]): Promise<Record<string, string>> {
  const idsOf = (field: string): string[] => [
    ...new Set(entries.flatMap(({ about }) => (typeof about[field] === 'string' ? [about[field]] : []))),
  ];
  const [staff, skus, products] = await Promise.all([
    idsOf('memberId').length > 0 ? readStaffOf(shopId) : [],
    readSkus(idsOf('skuId')),
    readProducts(idsOf('productId')),
  ]);
  return Object.fromEntries([
    ...staff.map((member) => [memberIdOf(member), member.name ?? '']),
    ...skus.map(({ _id, productName, choice }) => [_id, [productName, ...choice].join(' ')]),
    ...products.map(({ _id, name }) => [_id, name]),
  ]);
}
