import { type Claimable, validOf, whyNotClaim } from './claim';

const template = (change: Partial<Claimable> = {}): Claimable => ({
  paused: false,
  claimFrom: 100,
  claimUntil: 200,
  validity: { kind: 'days', days: 7 },
  perPerson: 2,
  left: 5,
  ...change,
});

test.each([
  [undefined, template(), 1, 150],
  ['limit', template(), 2, 150],
  ['paused', template({ paused: true }), 0, 150],
  ['notYet', template(), 0, 99],
  [undefined, template(), 0, 100],
  ['over', template(), 0, 200],
  ['over', template({ validity: { kind: 'window', from: 0, until: 150 } }), 0, 150],
  ['gone', template({ left: 0 }), 0, 150],
])('%s', (because, each, mine, now) => expect(whyNotClaim(each, mine, now)).toBe(because));

test('a coupon is valid in its window, or for days from when somebody got it', () => {
  expect(validOf({ kind: 'window', from: 5, until: 9 }, 1)).toEqual({ validFrom: 5, validUntil: 9 });
  expect(validOf({ kind: 'days', days: 2 }, 1)).toEqual({ validFrom: 1, validUntil: 2 * 86_400_000 + 1 });
});
