import { articleStatuses, canBecome } from './articleStatus';

test('only what nobody reads can be removed, and what was removed is not published at once', () => {
  const moves = articleStatuses.flatMap((from) =>
    articleStatuses.filter((to) => canBecome(from, to)).map((to) => `${from} → ${to}`),
  );
  expect(moves).toEqual([
    'draft → published',
    'draft → removed',
    'published → withdrawn',
    'withdrawn → published',
    'withdrawn → removed',
    'removed → withdrawn',
  ]);
});
