import fc from 'fast-check';
import { actionsOf, type SchemaNode } from './SchemaNode';

/** Texts for a schema of a string: ids that are there, what its pattern allows, or text as people all over type it. */
export function growString(node: SchemaNode, ids: readonly string[]): fc.Arbitrary<string> {
  const shape = byShape(node);
  return ids.length > 0
    ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: shape })
    : shape;
}

function byShape(node: SchemaNode): fc.Arbitrary<string> {
  const actions = actionsOf(node);
  const requirementOf = (type: string) => actions.find((action) => action.type === type)?.requirement;
  const beginning = requirementOf('starts_with');
  if (typeof beginning === 'string') return fc.string({ maxLength: 30 }).map((rest) => `${beginning}${rest}`);
  const special = actions.flatMap(({ type }) => specials[type] ?? [])[0];
  if (special) return special;

  const most = requirementOf('max_length');
  const text = richText(typeof most === 'number' ? most : 60);
  const pattern = requirementOf('regex');
  // Classes of Unicode are not grown from; they only keep control characters out.
  return pattern instanceof RegExp && !/\\p\{/i.test(pattern.source) ? fc.stringMatching(pattern) : text;
}

const specials: Record<string, fc.Arbitrary<string>> = {
  base64: fc.oneof(
    fc.base64String(),
    fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text).toString('base64')),
  ),
  email: fc.oneof(fc.constant('a@example.com'), fc.emailAddress()),
  iso_date: fc.constantFrom('2026-11-01', '2026-11-23', '2026-02-31', '9999-12-31', '0000-01-01'),
};

/** Of any script, with marks that combine, right-to-left and invisible ones; up to `most` characters, or just as many. */
const richText = (most: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(
      '陈醋',
      ' 茶 ',
      '👩‍👩‍👧‍👦',
      'مرحبا',
      'e\u0301',
      '\u200b',
      '\u202eabc',
      '$where',
      '__proto__',
      '.*',
      '%',
      "'; --",
    ),
    fc.string({ unit: 'grapheme', maxLength: Math.min(most, 30) }),
    fc.string({ unit: 'binary', maxLength: Math.min(most, 30) }),
    fc.constant('字'.repeat(Math.min(most, 20_000))),
  );
