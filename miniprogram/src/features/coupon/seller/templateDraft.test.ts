import { fen } from '@shared/kernel/money';
import {
  draftOf,
  newDraft,
  type ShownTemplate,
  type TemplateDraft,
  templateOf,
  templateProblems,
} from './templateDraft';

const day = 86_400_000;
const draft = (change: Partial<TemplateDraft> = {}): TemplateDraft => ({
  ...newDraft('autumn-01'),
  ...{ name: '秋天', off: '10', from: '59' },
  ...change,
});

test('whole yuan become fen, days become moments, and 折 becomes a part', () => {
  expect(templateProblems(draft())).toEqual({});
  expect(templateOf(draft(), 'jinmei', 5)).toEqual({
    ...{ shopId: 'jinmei', templateId: 'autumn-01', name: '秋天', perPerson: 1, budget: 100 },
    ...{ benefit: { kind: 'amount', off: 1_000 }, from: 5_900, scope: { kind: 'everything' } },
    ...{ claimFrom: 5, claimUntil: 30 * day + 5, validity: { kind: 'days', days: 7 } },
  });
  const part = draft({ kind: 'percent', rate: '8.5', most: '30', categoryIds: ['tea'] });
  expect(templateProblems(part)).toEqual({});
  expect(templateOf(part, 'jinmei', 5)).toMatchObject({
    benefit: { kind: 'percent', percentOff: 15, most: 3_000 },
    scope: { kind: 'categories', categoryIds: ['tea'] },
  });
  const gift = draft({ kind: 'gift', gift: { skuId: 'tea-1', name: '苦荞茶' }, giftQuantity: 2 });
  expect(templateProblems(gift)).toEqual({});
  expect(templateOf(gift, 'jinmei', 5)).toMatchObject({ benefit: { kind: 'gift', skuId: 'tea-1', quantity: 2 } });
});

test.each<[Partial<TemplateDraft>, string]>([
  [{ name: ' ' }, 'name'],
  [{ off: '' }, 'off'],
  [{ off: '0' }, 'off'],
  [{ off: '9.5' }, 'off'],
  [{ from: '一百' }, 'from'],
  [{ budget: '0' }, 'budget'],
  [{ kind: 'percent', rate: '85', most: '30' }, 'rate'],
  [{ kind: 'percent', rate: '0.0', most: '30' }, 'rate'],
  [{ kind: 'percent', rate: '8', most: '' }, 'most'],
  [{ kind: 'gift' }, 'gift'],
])('%j is told at its field', (change, field) => {
  expect(Object.keys(templateProblems(draft(change)))).toEqual([field]);
});

test('editing keeps what the form does not ask for, and never fewer than are given', () => {
  const before: ShownTemplate = {
    ...{ templateId: 'autumn-01', name: '秋天', scopeText: '限「苦荞茶」', paused: true, given: 40, spent: 3 },
    ...templateOf(draft(), 'jinmei', 5),
    ...{ benefit: { kind: 'amount', off: fen(1_000) }, from: fen(5_900) },
    scope: { kind: 'products', productIds: ['tea'] },
    validity: { kind: 'window', from: 1, until: 2 },
  };
  const edited = { ...draftOf(before), budget: '50' };
  expect(templateProblems(edited)).toEqual({});
  const { scope, validity, claimFrom, claimUntil } = before;
  expect(templateOf(edited, 'jinmei', 9)).toMatchObject({ scope, validity, claimFrom, claimUntil, budget: 50 });
  expect(templateProblems({ ...edited, budget: '39' })).toEqual({ budget: '已经发出 40 张，不能更少' });
});
