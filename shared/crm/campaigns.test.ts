import fc from 'fast-check';
import { campaignCanBecome, campaignStatuses } from './campaignStatus';
import { firstInWindow } from './sendWindow';
import { messageKinds, whyLeftOut } from './whyLeftOut';

const noon = Date.parse('2026-11-22T12:00:00+08:00');
const day = 86_400_000;

test('what is done stays done, and a draft is neither stopped nor done', () => {
  const moves = campaignStatuses.flatMap((from) =>
    campaignStatuses.filter((to) => campaignCanBecome(from, to)).map((to) => `${from} ${to}`),
  );
  expect(moves).toEqual(['draft sending', 'sending stopped', 'sending done', 'stopped sending']);
});

test.each([
  ['2026-11-22T12:00:00+08:00', '2026-11-22T12:00:00+08:00'],
  ['2026-11-22T03:00:00+08:00', '2026-11-22T09:00:00+08:00'],
  ['2026-11-22T09:00:00+08:00', '2026-11-22T09:00:00+08:00'],
  ['2026-11-22T21:00:00+08:00', '2026-11-23T09:00:00+08:00'],
  ['2026-11-22T23:59:00+08:00', '2026-11-23T09:00:00+08:00'],
])('from nine to nine, at %s people are written to at %s', (at, wanted) => {
  expect(firstInWindow({ from: '09:00', to: '21:00' }, Date.parse(at))).toBe(Date.parse(wanted));
});

test('the moment found is always in the window, and none between is', () => {
  fc.assert(
    fc.property(fc.nat(1439), fc.nat(1439), fc.nat(3 * day), (one, other, later) => {
      fc.pre(one < other);
      const text = (minutes: number) =>
        `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      const window = { from: text(one), to: text(other) };
      const found = firstInWindow(window, noon + later);
      expect(found).toBeGreaterThanOrEqual(noon + later);
      expect(found - noon - later).toBeLessThan(day);
      expect(firstInWindow(window, found)).toBe(found);
    }),
  );
});

const everybody = { muted: false, isShopper: true, follows: true, allowed: 1 };

test('whoever wants nothing gets nothing, of no kind', () => {
  for (const kind of messageKinds) {
    expect(whyLeftOut({ ...everybody, muted: true }, kind, 1, noon)).toBe('muted');
    expect(whyLeftOut(everybody, kind, 1, noon)).toBeUndefined();
    expect(whyLeftOut({ ...everybody, messagedAt: noon - day + 1 }, kind, 1, noon)).toBe('tooSoon');
    expect(whyLeftOut({ ...everybody, messagedAt: noon - day }, kind, 1, noon)).toBeUndefined();
  }
});

test('each kind needs its own way to a person', () => {
  expect(whyLeftOut({ ...everybody, follows: false }, 'account', 1, noon)).toBe('notFollowing');
  expect(whyLeftOut({ ...everybody, isShopper: false }, 'account', 1, noon)).toBeUndefined();
  expect(whyLeftOut({ ...everybody, isShopper: false }, 'coupon', 1, noon)).toBe('notShopper');
  expect(whyLeftOut({ ...everybody, allowed: 0 }, 'subscribe', 1, noon)).toBe('noneAllowed');
  expect(whyLeftOut({ ...everybody, allowed: 0 }, 'coupon', 1, noon)).toBeUndefined();
});
