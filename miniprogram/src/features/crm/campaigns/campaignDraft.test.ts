import { campaignProblems, messageOf, newDraft, planOf, withCondition } from './campaignDraft';

const draft = { ...newDraft('campaign-01'), name: '上新' };

test('each kind needs its own words', () => {
  expect(Object.keys(campaignProblems({ ...draft, name: ' ' }))).toEqual(['name', 'title', 'tip']);
  expect(Object.keys(campaignProblems({ ...draft, kind: 'account' }))).toEqual(['text']);
  expect(Object.keys(campaignProblems({ ...draft, kind: 'coupon' }))).toEqual(['templateId']);
});

test('a whole message has nothing of the other kinds', () => {
  const whole = { ...draft, title: '新醋', tip: '到店', text: '别的', templateId: 'x' };
  expect(messageOf(whole)).toEqual({ kind: 'subscribe', title: '新醋', tip: '到店' });
  expect(messageOf({ ...whole, kind: 'coupon' })).toEqual({ kind: 'coupon', templateId: 'x' });
  expect(messageOf({ ...whole, kind: 'account', text: '' })).toBeUndefined();
  expect(planOf('jinmei', whole, { kind: 'account', text: '新醋' })).toMatchObject({ shopId: 'jinmei', gapDays: 7 });
});

test('a condition is replaced or dropped', () => {
  const both = withCondition({ follows: true }, 'classes', { classes: ['lost'] });
  expect(both).toEqual({ follows: true, classes: ['lost'] });
  expect(withCondition(both, 'follows', undefined)).toEqual({ classes: ['lost'] });
});
