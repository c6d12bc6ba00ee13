import { whyNotClaim } from '../../shared/coupon/claim';
import type { CouponContract } from '../../shared/coupon/contract';
import { isFor } from '../../shared/coupon/takeOff';
import { accept, type OutputOf } from '../../shared/kernel/operation';
import type { Handler } from '../_runtime/serve';
import { readProduct } from '../shop/public';
import { countClaimed } from './coupons';
import { readOpenTemplates, type TemplateRecord } from './couponTemplates';

type Operation = CouponContract['listClaimable'];
const most = 20;
/** What begins later than this is not shown yet. */
const soonMs = 3 * 86_400_000;

export const listClaimable: Handler<Operation> = async ({ shopId, productId }, { openId, now }) => {
  const [templates, claimed, product] = await Promise.all([
    readOpenTemplates(shopId, now),
    openId ? countClaimed(openId, shopId) : new Map<string, number>(),
    productId ? readProduct(productId) : undefined,
  ]);
  const wanted = templates
    .filter(({ claimFrom }) => claimFrom < now + soonMs)
    .filter(({ scope }) => !productId || (product && isFor(scope, { productId, categoryId: product.categoryId })))
    .slice(0, most);
  return accept({ coupons: wanted.map((template) => view(template, claimed.get(template._id) ?? 0, now)) });
};

function view(template: TemplateRecord, mine: number, now: number): OutputOf<Operation>['coupons'][number] {
  const { _id: templateId, name, benefit, from, scopeText, validity, claimFrom, claimUntil, perPerson } = template;
  const whyNot = whyNotClaim(template, mine, now);
  return {
    ...{ templateId, name, benefit, from, scopeText, validity, claimFrom, claimUntil, perPerson, mine },
    leftPercent: Math.ceil((100 * template.left) / template.budget),
    ...(whyNot && { whyNot }),
  };
}
