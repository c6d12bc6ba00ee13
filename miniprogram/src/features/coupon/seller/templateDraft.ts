import type { Input, Output } from '@shared/contract';
import type { Benefit, Scope, WrittenBenefit } from '@shared/coupon/terms';
import { type Fen, fen } from '@shared/kernel/money';

/** A template as the seller's list shows it. */
export type ShownTemplate = Output<'coupon.listCouponTemplates'>['templates'][number];
type Template = Input<'coupon.saveCouponTemplate'>;

/** A template while it is typed. Money is in whole yuan, times are in days from when it is saved. */
export interface TemplateDraft {
  templateId: string;
  name: string;
  kind: Benefit['kind'];
  /** Yuan off, for an amount. */
  off: string;
  /** 折, for a part: `8.5`. */
  rate: string;
  /** The most that a part takes off, in yuan. */
  most: string;
  /** What comes along, and how many of it. */
  gift?: { skuId: string; name: string } | undefined;
  giftQuantity: number;
  from: string;
  /** Empty for everything the shop has. */
  categoryIds: readonly string[];
  claimDays: number;
  validDays: number;
  perPerson: number;
  budget: string;
  /** What is being edited: what the form does not ask for stays as it is there. */
  before?: ShownTemplate;
}

export const claimDayChoices = [7, 15, 30, 90] as const;
export const validDayChoices = [3, 7, 15, 30] as const;

/** Keeps the time of the template that is edited. */
export const asBefore = 0;

export const newDraft = (templateId: string): TemplateDraft => ({
  ...{ templateId, name: '', kind: 'amount', off: '', rate: '', most: '', from: '', categoryIds: [] },
  giftQuantity: 1,
  ...{ claimDays: 30, validDays: 7, perPerson: 1, budget: '100' },
});

export function draftOf(before: ShownTemplate): TemplateDraft {
  const { templateId, name, benefit, from, scope, perPerson, budget } = before;
  return {
    ...newDraft(templateId),
    ...{ name, kind: benefit.kind, from: yuanOf(from), perPerson, budget: String(budget), before },
    ...(benefit.kind === 'amount' && { off: yuanOf(benefit.off) }),
    ...(benefit.kind === 'percent' && { rate: String((100 - benefit.percentOff) / 10), most: yuanOf(benefit.most) }),
    ...(benefit.kind === 'gift' && {
      ...{ gift: { skuId: benefit.skuId, name: benefit.name }, giftQuantity: benefit.quantity },
    }),
    ...(scope.kind === 'categories' && { categoryIds: scope.categoryIds }),
    ...{ claimDays: asBefore, validDays: asBefore },
  };
}

type Field = 'name' | 'off' | 'rate' | 'most' | 'gift' | 'from' | 'budget';

/** What is wrong with a draft, by field; empty when nothing is. The server checks the same again. */
export function templateProblems(draft: TemplateDraft): Partial<Record<Field, string>> {
  const problems: Partial<Record<Field, string>> = {};
  if (!draft.name.trim()) problems.name = '请起个名字，顾客会看到';
  if (draft.kind === 'amount' && !fenOf(draft.off)) problems.off = '请填写减多少元，整数';
  if (draft.kind === 'percent' && !percentOffOf(draft.rate)) problems.rate = '请填写折扣，如 8.5';
  if (draft.kind === 'percent' && !fenOf(draft.most)) problems.most = '请填写最多减多少元，整数';
  if (draft.kind === 'gift' && !draft.gift) problems.gift = '请选一件赠品';
  if (fenOf(draft.from || '0') === undefined) problems.from = '请填写整数，0 为无门槛';
  if (!/^[1-9]\d{0,5}$/.test(draft.budget)) problems.budget = '请填写 1 到 999999 张';
  else if (draft.before && Number(draft.budget) < draft.before.given)
    problems.budget = `已经发出 ${draft.before.given} 张，不能更少`;
  return problems;
}

const day = 86_400_000;

/** A draft without problems as the template it describes, at `now` (ms since 1970). */
export function templateOf(draft: TemplateDraft, shopId: string, now: number): Template {
  const { templateId, name, claimDays, validDays, perPerson, budget, before } = draft;
  const keepsValidity = before && validDays === asBefore;
  return {
    ...{ shopId, templateId, name: name.trim(), perPerson, budget: Number(budget) },
    ...{ benefit: benefitOf(draft), from: fenOf(draft.from || '0') ?? fen(0), scope: scopeOf(draft) },
    claimFrom: before?.claimFrom ?? now,
    claimUntil: before && claimDays === asBefore ? before.claimUntil : now + claimDays * day,
    validity: keepsValidity ? before.validity : { kind: 'days', days: validDays },
  };
}

function benefitOf({ kind, off, rate, most, gift, giftQuantity }: TemplateDraft): WrittenBenefit {
  if (kind === 'freeShipping') return { kind };
  if (kind === 'amount') return { kind, off: fenOf(off) ?? fen(0) };
  if (kind === 'gift') return { kind, skuId: gift?.skuId ?? '', quantity: giftQuantity };
  return { kind, percentOff: percentOffOf(rate) ?? 0, most: fenOf(most) ?? fen(0) };
}

/** Coupons for single products are made elsewhere; editing one here keeps what it is for. */
function scopeOf({ categoryIds, before }: TemplateDraft): Scope {
  if (before?.scope.kind === 'products') return before.scope;
  return categoryIds.length === 0 ? { kind: 'everything' } : { kind: 'categories', categoryIds: [...categoryIds] };
}

/** Whole yuan as fen; `undefined` for anything else. */
const fenOf = (yuan: string): Fen | undefined => (/^\d{1,5}$/.test(yuan) ? fen(Number(yuan) * 100) : undefined);

/** `8.5` 折 is 15 % off; `undefined` for what is no 折. */
const percentOffOf = (rate: string): number | undefined =>
  /^\d(\.\d)?$/.test(rate) && Number(rate) > 0 ? 100 - Math.round(Number(rate) * 10) : undefined;

const yuanOf = (amount: Fen): string => String(amount / 100);
