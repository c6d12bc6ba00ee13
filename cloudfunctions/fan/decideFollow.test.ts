import fc from 'fast-check';
import { decideFollow, type FollowNews } from './decideFollow';
import type { FanRecord } from './fans';

const ids = { fanId: 'fan-0001', shopId: 'jinmei' };
const heard = (news: readonly FollowNews[]): FanRecord | undefined =>
  news.reduce<FanRecord | undefined>((fan, each) => decideFollow(fan, each, ids), undefined);
const news = (what: FollowNews['what'], at: number, shopperOpenId?: string): FollowNews => ({
  what,
  at,
  openId: 'oAnn',
  ...(shopperOpenId !== undefined && { shopperOpenId }),
});

test('who follows is known; who leaves leaves the hash behind', () => {
  expect(heard([news('followed', 1)])).toEqual({
    ...{ _id: 'fan-0001', shopId: 'jinmei', follows: true, at: 1, version: 1, seenAt: 0 },
    person: { openId: 'oAnn', unionIdPending: true },
  });
  const gone = { _id: 'fan-0001', shopId: 'jinmei', follows: false, at: 2, version: 1, seenAt: 0 };
  expect(heard([news('followed', 1, 'demo-ann'), news('unfollowed', 2)])).toEqual(gone);
  expect(heard([news('unfollowed', 2), news('followed', 1, 'demo-ann')])).toEqual(gone);
});

test('of two events in one second the departure counts', () => {
  expect(heard([news('followed', 1), news('unfollowed', 1)])?.follows).toBe(false);
  expect(heard([news('unfollowed', 1), news('followed', 1)])?.follows).toBe(false);
});

test('a scan of a follower, late or not, says which shopper it is', () => {
  expect(heard([news('followed', 1), news('followed', 3, 'demo-ann')])?.person?.shopperOpenId).toBe('demo-ann');
  expect(heard([news('followed', 5), news('followed', 3, 'demo-ann')])).toMatchObject({
    at: 5,
    person: { shopperOpenId: 'demo-ann' },
  });
});

test('nothing new is the very same record, so nothing is written', () => {
  const fan = heard([news('followed', 3, 'demo-ann')]);
  for (const again of [news('followed', 3, 'demo-ann'), news('followed', 2), news('seen', 9)]) {
    expect(fan && decideFollow(fan, again, ids)).toBe(fan);
  }
  const gone = heard([news('unfollowed', 3)]);
  expect(gone && decideFollow(gone, news('seen', 3), ids)).toBe(gone);
});

const event = fc.record({
  what: fc.constantFrom<FollowNews['what']>('followed', 'unfollowed'),
  at: fc.integer({ min: 1, max: 8 }),
});

test('follow, unfollow and follow again: any order and any repetition ends as the newest event says', () => {
  const histories = fc.array(event, { minLength: 1, maxLength: 8 });
  const deliveries = histories.chain((history) =>
    fc.tuple(
      fc.constant(history),
      fc
        .array(fc.constantFrom(...history), { maxLength: 12 })
        .chain((repeated) =>
          fc.shuffledSubarray([...history, ...repeated], { minLength: history.length + repeated.length }),
        ),
    ),
  );
  fc.assert(
    fc.property(deliveries, ([history, delivered]) => {
      const last = Math.max(...history.map(({ at }) => at));
      const follows = history.filter(({ at }) => at === last).every(({ what }) => what === 'followed');
      const fan = heard(delivered.map(({ what, at }) => news(what, at)));
      expect(fan).toMatchObject({ follows, at: last });
      expect(fan !== undefined && 'person' in fan).toBe(follows);
    }),
    { numRuns: 1_000 },
  );
});
