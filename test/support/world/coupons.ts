import { couponIdOf } from '../../../cloudfunctions/coupon/couponIdOf';
import type { CouponRecord } from '../../../cloudfunctions/coupon/coupons';
import type { TemplateRecord } from '../../../cloudfunctions/coupon/couponTemplates';
import { validOf } from '../../../shared/coupon/claim';
import { fen } from '../../../shared/kernel/money';
import { type DemoShop, fenhe, jinmei } from './demoShops';
import { type DemoPerson, sellers, shoppers } from './people';

const day = 86_400_000;
const hour = 3_600_000;

type Promised = Pick<TemplateRecord, 'name' | 'benefit' | 'from' | 'scope' | 'scopeText' | 'validity' | 'budget'> & {
  perPerson?: number;
};

/** What the demo's shops give away, and who has some of it: the last shoppers, so that the first find everything open. */
export function couponsOf(now: number): { couponTemplates: TemplateRecord[]; coupons: CouponRecord[] } {
  const everything = { scope: { kind: 'everything' }, scopeText: '全店通用' } as const;
  const month = { kind: 'days', days: 30 } as const;
  const welcome = template(jinmei, 'jinmei-welcome', now, {
    ...{ name: '见面礼', benefit: { kind: 'amount', off: fen(1_000) }, from: fen(5_900), ...everything },
    ...{ validity: month, budget: 500 },
  });
  const vinegar = template(jinmei, 'jinmei-vinegar', now, {
    ...{ name: '老陈醋品鉴', benefit: { kind: 'percent', percentOff: 15, most: fen(3_000) }, from: fen(0) },
    ...{ scope: { kind: 'categories', categoryIds: ['vinegar'] }, scopeText: '限「陈醋佳酿」' },
    ...{ validity: { kind: 'window', from: now - day, until: now + 20 * day }, budget: 200, perPerson: 2 },
  });
  const freight = template(jinmei, 'jinmei-freight', now, {
    ...{ name: '包邮券', benefit: { kind: 'freeShipping' }, from: fen(2_900), ...everything },
    ...{ validity: { kind: 'days', days: 14 }, budget: 300 },
  });
  const anniversary = template(jinmei, 'jinmei-anniversary', now, {
    ...{ name: '周年庆', benefit: { kind: 'amount', off: fen(5_000) }, from: fen(19_900), ...everything },
    ...{ validity: month, budget: 3 },
  });
  const early = template(fenhe, 'fenhe-early', now, {
    ...{ name: '早起的人', benefit: { kind: 'amount', off: fen(300) }, from: fen(1_500), ...everything },
    ...{ validity: month, budget: 100 },
  });
  const had = [
    ...shoppers.slice(-12).map((person) => claimed(welcome, person, now)),
    ...shoppers.slice(-3).map((person) => claimed(anniversary, person, now)),
  ];
  return { couponTemplates: [welcome, vinegar, freight, anniversary, early], coupons: had };
}

const template = (
  { shopId, about }: DemoShop,
  templateId: string,
  now: number,
  promised: Promised,
): TemplateRecord => ({
  perPerson: 1,
  ...promised,
  ...{ _id: templateId, shopId, shopName: about.name },
  ...{ claimFrom: now - 10 * day, claimUntil: now + 30 * day, left: promised.budget, paused: false },
  ...{ createdAt: now - 10 * day, savedAt: now - 10 * day, savedBy: sellers.owner.openId },
  ...{ pending: {}, pendingCount: 0 },
});

/** A coupon that somebody claimed before the demo begins; it is counted off its template. */
function claimed(from: TemplateRecord, { openId }: DemoPerson, now: number): CouponRecord {
  const givenAt = now - 3 * day - (from.left % 48) * hour;
  from.left -= 1;
  return {
    _id: couponIdOf(from._id, openId, 'claimed', '1'),
    ...{ templateId: from._id, shopId: from.shopId, shopName: from.shopName, openId },
    ...{ name: from.name, scopeText: from.scopeText, benefit: from.benefit, from: from.from, scope: from.scope },
    ...validOf(from.validity, givenAt),
    ...{
      how: 'claimed',
      by: openId,
      givingId: `demo-${from._id}`,
      givenAt,
      attemptKey: `seed-${openId}`,
      spent: false,
    },
  };
}
