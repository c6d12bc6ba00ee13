import { todayNeeds } from './todayNeeds';

const nothing = { ship: 0, prepare: 0, handOver: 0, answer: 0, stuckRefunds: 0, comments: 0, low: 0, out: 0 };

test('what waits is shown, money first; what does not, is not', () => {
  expect(todayNeeds(nothing)).toEqual([]);
  const shown = todayNeeds({ ...nothing, comments: 2, ship: 3, answer: 1, stuckRefunds: 1 });
  expect(shown.map(({ key, count }) => [key, count])).toEqual([
    ['stuckRefunds', 1],
    ['answer', 1],
    ['ship', 3],
    ['comments', 2],
  ]);
});
