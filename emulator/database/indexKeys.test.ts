import { documentKeys, type KeyPattern } from './indexKeys';

const pattern: KeyPattern = [
  ['a', 1],
  ['b.c', 1],
];

test('arrays in two fields of one index are refused, as in MongoDB', () => {
  expect(documentKeys({ a: [1, 2, 3], b: { c: 1 } }, pattern)).toHaveLength(3);
  expect(documentKeys({ a: 1, b: [{ c: 1 }, { c: 2 }] }, pattern)).toHaveLength(2);
  expect(() => documentKeys({ a: [1, 2], b: [{ c: 1 }, { c: 2 }] }, pattern)).toThrow(
    'cannot index parallel arrays [b] [a]',
  );
});
