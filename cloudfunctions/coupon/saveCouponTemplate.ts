import type { CouponContract } from '../../shared/coupon/contract';
import type { Benefit, Scope, WrittenBenefit } from '../../shared/coupon/terms';
import { findInducement } from '../../shared/fan/findInducements';
import {
  accept,
  type OutputOf,
  type ParsedInputOf,
  type RefusalOf,
  type Reply,
  refuse,
} from '../../shared/kernel/operation';
import type { Context } from '../_runtime/context';
import type { Handler } from '../_runtime/serve';
import { readProducts, readShop, readSkus, type ShopRecord } from '../shop/public';
import { changeTemplate, insertTemplate, readTemplate, type TemplateRecord } from './couponTemplates';

type Save = CouponContract['saveCouponTemplate'];
type Refusal = RefusalOf<Save>;

export const saveCouponTemplate: Handler<Save> = async (input, context) => {
  const inducement = findInducement({ name: input.name });
  if (inducement) return refuse({ code: 'INDUCEMENT', ...inducement });
  const [shop, before] = await Promise.all([readShop(input.shopId), readTemplate(input.templateId)]);
  if (!shop) return refuse({ code: 'NOT_FOUND', what: 'shop' });
  if (before && before.shopId !== shop._id) return refuse({ code: 'NOT_FOUND', what: 'template' });

  const [scopeText, benefit] = await Promise.all([scopeTextOf(input.scope, shop), benefitOf(input.benefit, shop)]);
  if (!scopeText.ok) return scopeText;
  if (!benefit.ok) return benefit;
  const template = newTemplate({ ...input, benefit: benefit.value }, shop, scopeText.value, context);
  if (!before && (await insertTemplate(template)) === 'inserted') return accept({ templateId: template._id });
  return edit(before, template);
};

/** Edits until nobody else changes the budget at the same moment. */
async function edit(read: TemplateRecord | undefined, wanted: TemplateRecord): Promise<Reply<OutputOf<Save>, Refusal>> {
  const {
    _id: templateId,
    shopId,
    paused: _p,
    left: _l,
    createdAt: _c,
    pending: _n,
    pendingCount: _pc,
    ...change
  } = wanted;
  let before = read ?? (await readTemplate(templateId));
  for (let round = 0; round < 5 && before; round += 1) {
    if (before.shopId !== shopId) return refuse({ code: 'NOT_FOUND', what: 'template' });
    const given = before.budget - before.left;
    if (given > change.budget) return refuse({ code: 'BUDGET_TOO_SMALL', given });
    if (await changeTemplate(before, change)) return accept({ templateId });
    before = await readTemplate(templateId);
    // The first of two sendings did it.
    if (before?.savedAt === change.savedAt && before.savedBy === change.savedBy) return accept({ templateId });
  }
  throw new Error(`template ${templateId} keeps changing`);
}

function newTemplate(
  { shopId, templateId, ...terms }: Omit<ParsedInputOf<Save>, 'benefit'> & { benefit: Benefit },
  shop: ShopRecord,
  scopeText: string,
  { openId, now }: Context,
): TemplateRecord {
  return {
    ...terms,
    ...{ _id: templateId, shopId, shopName: shop.name, scopeText },
    ...{ left: terms.budget, paused: false, pending: {}, pendingCount: 0 },
    ...{ createdAt: now, savedAt: now, savedBy: openId },
  };
}

/** Names the gift of a coupon, or refuses one that the shop does not sell. */
async function benefitOf(written: WrittenBenefit, shop: ShopRecord): Promise<Reply<Benefit, Refusal>> {
  if (written.kind !== 'gift') return accept(written);
  const [sku] = await readSkus([written.skuId]);
  if (sku?.shopId !== shop._id || !sku.onShelf) return refuse({ code: 'NOT_FOUND', what: 'gift' });
  return accept({ ...written, name: [sku.productName, ...sku.choice].join(' ') });
}

/** Names what a coupon is for, or refuses what the shop does not have. */
async function scopeTextOf(scope: Scope, shop: ShopRecord): Promise<Reply<string, Refusal>> {
  if (scope.kind === 'everything') return accept('全店通用');
  if (scope.kind === 'categories') {
    const names = scope.categoryIds.map((id) => shop.categories.find(({ categoryId }) => categoryId === id)?.name);
    return limitedTo(names, 'category');
  }
  const products = await readProducts(scope.productIds);
  const own = products.filter(({ shopId }) => shopId === shop._id);
  return limitedTo(
    scope.productIds.map((id) => own.find(({ _id }) => _id === id)?.name),
    'product',
  );
}

function limitedTo(names: readonly (string | undefined)[], what: 'category' | 'product'): Reply<string, Refusal> {
  const [first, second] = names;
  if (!first || names.some((name) => name === undefined)) return refuse({ code: 'NOT_FOUND', what });
  const shown = second ? `「${first}」「${second}」` : `「${first}」`;
  return accept(names.length > 2 ? `限${shown}等 ${names.length} ${units[what]}` : `限${shown}`);
}

const units = { category: '类', product: '种商品' };
