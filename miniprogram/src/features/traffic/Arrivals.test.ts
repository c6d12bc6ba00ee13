import { entryOf } from '@/platform/entryOf';
import { Arrivals, openedBy } from './Arrivals';

const minute = 60_000;
const friend = entryOf({ scene: 1007, query: { s: 'share-0001' } });

test('an opening is taken once; who looks away for a moment did not leave', () => {
  let clock = 0;
  const arrivals = new Arrivals(() => clock);
  expect(arrivals.take()).toBeUndefined();
  arrivals.enter(friend);
  expect(arrivals.take()).toEqual({ scene: 1007, shareId: 'share-0001' });
  expect(arrivals.take()).toBeUndefined();

  clock += 60 * minute;
  arrivals.leave();
  clock += 10 * minute;
  arrivals.enter(friend);
  expect(arrivals.take()).toBeUndefined();

  arrivals.leave();
  clock += 31 * minute;
  arrivals.enter(friend);
  expect(arrivals.take()).toBeDefined();
  arrivals.leave();
  arrivals.enter(entryOf({ scene: 1089 }));
  expect(arrivals.take()).toEqual({ scene: 1089 });
});

test.each([
  ['a mini-program code carries its channel as the scene', { scene: 'counter-1' }, { channel: 'counter-1' }],
  ['encoded, as WeChat does', { scene: 'counter%2D1' }, { channel: 'counter-1' }],
  ['a link carries channel and article', { c: 'weibo', a: 'article-1' }, { channel: 'weibo', articleId: 'article-1' }],
  ['the preview’s scene is no channel', { scene: '1058' }, {}],
  ['what cannot be an id is none', { c: '<b>', a: '$ne', s: 'x'.repeat(33), scene: '%' }, {}],
])('%s', (_what, query, said) => {
  expect(openedBy(entryOf({ scene: 1047, query }))).toEqual({ scene: 1047, ...said });
});
