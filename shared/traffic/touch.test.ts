import fc from 'fast-check';
import { sources } from './sources';
import { creditedFor, creditedTouch, type Origin, originKey, originOf, type Touch, withTouches } from './touch';

const id = fc.stringMatching(/^[\w-]{4,12}$/);
const origin: fc.Arbitrary<Origin> = fc.record(
  { source: fc.constantFrom(...sources), articleId: id, channel: id, shareId: id },
  { requiredKeys: ['source'] },
);
const touch = fc.tuple(origin, fc.integer({ min: 1, max: 1e9 })).map(([from, at]): Touch => ({ ...from, at }));

test('touches end the same in any order, and however often they come', () => {
  fc.assert(
    fc.property(fc.uniqueArray(touch, { selector: ({ at }) => at }), fc.integer(), (touches, seed) => {
      const once = withTouches({}, touches);
      const shuffled = [...touches].sort((a, b) => ((a.at * seed) % 101) - ((b.at * seed) % 101));
      const oneByOne = [...shuffled, ...touches].reduce((known, each) => withTouches(known, [each]), {});
      expect(oneByOne).toEqual(once);
    }),
  );
});

test('somebody who comes back by WeChat’s lists is still credited to what brought them', () => {
  const article: Touch = { source: 'article', articleId: 'a-01', at: 1_000 };
  const known = withTouches({}, [article, { source: 'returning', at: 2_000 }, { source: 'unknown', at: 3_000 }]);
  expect(known).toEqual({ first: article, last: article });
  expect(creditedTouch(known, 3_000)).toEqual(article);
});

test('a touch counts for seven days', () => {
  const last: Touch = { source: 'friend', at: 1_000 };
  expect(creditedTouch({ last }, 1_000 + creditedFor - 1)).toBe(last);
  expect(creditedTouch({ last }, 1_000 + creditedFor)).toBeUndefined();
});

test('a key says what it was made of, but for the share', () => {
  fc.assert(
    fc.property(origin, ({ shareId: _one, ...each }) => {
      expect(originOf(originKey({ ...each, shareId: 'share-01' }))).toEqual(each);
    }),
  );
  expect(originOf(originKey(undefined))).toBeUndefined();
});
