import type { CouponContract } from '../../shared/coupon/contract';
import { accept, type OutputOf } from '../../shared/kernel/operation';
import { cutPage, parseCursor } from '../_runtime/paging';
import type { Handler } from '../_runtime/serve';
import { countSpent } from './coupons';
import { listTemplates, type TemplateRecord } from './couponTemplates';

type Operation = CouponContract['listCouponTemplates'];
const pageSize = 20;

export const listCouponTemplates: Handler<Operation> = async ({ shopId, after }) => {
  const found = await listTemplates(shopId, parseCursor(after), pageSize + 1);
  const { shown, ...next } = cutPage(found, pageSize, ({ createdAt }) => createdAt);
  const spent = await countSpent(shown.map(({ _id }) => _id));
  return accept({ templates: shown.map((template) => view(template, spent.get(template._id) ?? 0)), ...next });
};

function view(template: TemplateRecord, spent: number): OutputOf<Operation>['templates'][number] {
  const { _id: templateId, name, benefit, from, scope, scopeText, validity, claimFrom, claimUntil } = template;
  const { perPerson, budget, left, paused } = template;
  return {
    ...{ templateId, name, benefit, from, scope, scopeText, validity, claimFrom, claimUntil },
    ...{ perPerson, budget, paused, given: budget - left, spent },
  };
}
