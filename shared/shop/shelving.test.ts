import { nextShelving, type Shelving, shelvingAt } from './shelving';

const planned: Shelving = { onShelf: false, shelveFrom: 100, shelveUntil: 200 };

test.each<[now: number, Shelving]>([
  [99, planned],
  [100, { onShelf: true, shelveUntil: 200 }],
  [199, { onShelf: true, shelveUntil: 200 }],
  [200, { onShelf: false }],
])('a product is seen within its window only: at %d', (now, shelf) => {
  expect(shelvingAt(planned, now)).toEqual(shelf);
  expect(shelvingAt(shelvingAt(planned, now), now)).toEqual(shelf);
});

test('without a plan nothing changes; an end alone takes down what is up', () => {
  expect(shelvingAt({ onShelf: true }, 1)).toEqual({ onShelf: true });
  expect(shelvingAt({ onShelf: false, shelveUntil: 5 }, 1)).toEqual({ onShelf: false, shelveUntil: 5 });
  expect(shelvingAt({ onShelf: true, shelveUntil: 5 }, 5)).toEqual({ onShelf: false });
});

test('the next change is the beginning, then the end', () => {
  expect([planned, { shelveUntil: 200 }, {}].map(nextShelving)).toEqual([100, 200, undefined]);
});
