import { byteRange } from './byteRange';

test.each([
  ['', 'whole'],
  ['bytes=0-', { first: 0, last: 9 }],
  ['bytes=2-3', { first: 2, last: 3 }],
  ['bytes=8-100', { first: 8, last: 9 }],
  ['bytes=-4', { first: 6, last: 9 }],
  ['bytes=-100', { first: 0, last: 9 }],
  ['bytes=-0', 'outside'],
  ['bytes=10-', 'outside'],
  ['bytes=3-2', 'whole'],
  ['bytes=0-1,4-5', 'whole'],
  ['bytes=-', 'whole'],
  ['pages=1-2', 'whole'],
])('"%s" of ten bytes', (header, expected) => {
  expect(byteRange(header, 10)).toEqual(expected);
});

test('an empty file has no part', () => {
  expect(byteRange('bytes=0-', 0)).toBe('outside');
});
