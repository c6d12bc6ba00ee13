import fc from 'fast-check';

/** The same inputs, with up to three places each (none, as often as not) replaced by what no schema allows there. */
export const spoilInput = (inputs: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(inputs, fc.oneof(fc.constant([]), fc.array(fc.tuple(fc.nat(), hostile), { minLength: 1, maxLength: 3 })))
    .map(([input, wounds]) => wounds.reduce(spoil, input));

/** Wrong types, operators of the database, numbers without a meaning, halves of characters, much and deep. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, '', {}, [], 0, -1, 0.5, 2 ** 53, 1e308, -1e-308),
  fc.constantFrom<unknown>({ $gt: '' }, { $where: 'sleep(9000)' }, { $regex: '(a+)+$' }, { $numberLong: '1' }, ['$ne']),
  fc.constantFrom<unknown>('\0', '\ud83d', 'a\udc00b', '../../etc', '$expr', 'x'.repeat(100_000), '字~字', '__proto__'),
  fc.constantFrom<unknown>(JSON.parse('{"__proto__":{"admin":true}}'), { constructor: { prototype: 1 } }, deep(200)),
  fc.constant(Array.from({ length: 2_000 }, () => 'x')),
  fc.jsonValue({ maxDepth: 2 }),
);

function deep(levels: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

/** A place of an input: the steps to it from the top. */
type Place = readonly string[];

function spoil(input: unknown, [which, wrong]: readonly [number, unknown]): unknown {
  const places = placesIn(input);
  return replaced(input, places[which % places.length] ?? [], wrong);
}

function placesIn(value: unknown, place: Place = []): Place[] {
  if (value === null || typeof value !== 'object' || place.length > 6) return [place];
  return [place, ...Object.entries(value).flatMap(([name, inner]) => placesIn(inner, [...place, name]))];
}

function replaced(value: unknown, [step, ...rest]: Place, wrong: unknown): unknown {
  if (step === undefined) return wrong;
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === step ? replaced(item, rest, wrong) : item));
  const whole = value as Record<string, unknown>;
  return { ...whole, [step]: replaced(whole[step], rest, wrong) };
}
