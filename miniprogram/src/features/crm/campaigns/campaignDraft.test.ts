import { campaignProblems, messageOf, newDraft, planOf, withCondition } from './campaignDraft';

const now = 1_000;
const draft = { ...newDraft('campaign-01'), name: '上新' };

test('each kind needs its own words', () => {
  expect(Object.keys(campaignProblems({ ...draft, name: ' ' }, now))).toEqual(['title', 'tip', 'name']);
  expect(Object.keys(campaignProblems({ ...draft, kind: 'account' }, now))).toEqual(['text']);
  expect(Object.keys(campaignProblems({ ...draft, kind: 'coupon' }, now))).toEqual(['templateId']);
});

test('a whole message has nothing of the other kinds', () => {
  const whole = { ...draft, title: '新醋', tip: '到店', text: '别的', templateId: 'x' };
  expect(messageOf(whole)).toEqual({ kind: 'subscribe', title: '新醋', tip: '到店' });
  expect(messageOf({ ...whole, kind: 'coupon' })).toEqual({ kind: 'coupon', templateId: 'x' });
  expect(messageOf({ ...whole, kind: 'account', text: '' })).toBeUndefined();
  expect(planOf('jinmei', whole, { kind: 'account', text: '新醋' })).toMatchObject({ shopId: 'jinmei', gapDays: 7 });
});

test('it begins at a time to come, and ends each day later than it begins', () => {
  const whole = { ...draft, title: '新醋', tip: '到店' };
  expect(campaignProblems({ ...whole, startAt: now + 1 }, now)).toEqual({});
  expect(Object.keys(campaignProblems({ ...whole, startAt: now }, now))).toEqual(['startAt']);
  const window = { from: '21:00', to: '21:00' };
  expect(Object.keys(campaignProblems({ ...whole, window }, now))).toEqual(['window']);
  // A wrong time does not keep anybody from seeing whom the message would reach.
  expect(messageOf({ ...whole, window })).toBeDefined();
  const message = { kind: 'account', text: '新醋' } as const;
  expect([undefined, now].map((startAt) => planOf('jinmei', { ...whole, startAt }, message).startAt)).toEqual([0, now]);
});

test('a condition is replaced or dropped', () => {
  const both = withCondition({ follows: true }, 'classes', { classes: ['lost'] });
  expect(both).toEqual({ follows: true, classes: ['lost'] });
  expect(withCondition(both, 'follows', undefined)).toEqual({ classes: ['lost'] });
});
