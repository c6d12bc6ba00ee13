import { decodeWire } from './decodeWire';

const now = 1_700_000_000_000;

test.each([
  ['{"$numberLong":"9007199254740991"}', 2 ** 53 - 1],
  ['{"$numberLong":"1000000000000000000"}', 1e18],
  ['{"$numberInt":"-5"}', -5],
  ['{"$numberDouble":"-Infinity"}', Number.NEGATIVE_INFINITY],
  ['{"$date":{"$numberLong":"5"}}', new Date(5)],
  ['{"$date":"2026-11-22T00:00:00Z"}', new Date(Date.UTC(2026, 10, 22))],
  ['{"$tcb_server_date":{"offset":{"$numberInt":"7"}}}', new Date(now + 7)],
  ['{"$regex":"a","$options":"i"}', { $regex: /a/i }],
  ['{"$regex":"a","$ne":"ab"}', { $regex: /a/, $ne: 'ab' }],
  ['{"a":[{"$undefined":true}]}', { a: [null] }],
])('%s is read', (text, value) => expect(decodeWire(text, now)).toEqual(value));

test.each([
  ['{"$numberLong":"9007199254740993"}', 'NOT_EMULATED', '9007199254740993'],
  ['{"$numberLong":"9223372036854775808"}', 'INVALID_PARAM', '64 bits'],
  ['{"$numberLong":5}', 'INVALID_PARAM', '64 bits'],
  ['{"$numberDouble":"one"}', 'INVALID_PARAM', 'no number'],
  ['{"$numberDecimal":"1"}', 'NOT_EMULATED', '$numberDecimal'],
  ['{"$oid":"short"}', 'INVALID_PARAM', '24 hex digits'],
  ['{"$tcb_server_date":{"offset":"x"}}', 'INVALID_PARAM', 'no date'],
  ['{"a\\u0000":1}', 'INVALID_PARAM', 'null character'],
])('%s is refused', (text, code, words) => {
  expect(() => decodeWire(text, now)).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(words) }),
  );
});
