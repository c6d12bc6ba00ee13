import { newId } from './newId';

test('ids fit the contract and WeChat Pay: 24 characters, a letter first, url-safe', () => {
  expect(newId()).toMatch(/^[a-z][0-9a-z]{23}$/);
});

test('ten thousand ids made at once are all different', () => {
  expect(new Set(Array.from({ length: 10_000 }, newId)).size).toBe(10_000);
});
