import { type Document, type Environment, idsOf, type Row, type Section, withValues } from '../Row';

/** What `where()` can ask, apart from places. */
export const queryOperators: Section[] = [
  {
    title: 'Comparison',
    rows: [
      finds('where({ v: 2 })', withValues(2, [1, 2], '2', 3), () => ({ v: 2 }), [1, 2]),
      finds('_.eq', withValues(2, [1, 2], '2', 3), ({ _ }) => ({ v: _.eq(2) }), [1, 2]),
      finds(
        '_.eq(null) also finds a missing field',
        withValues(null, undefined, 0),
        ({ _ }) => ({ v: _.eq(null) }),
        [1, 2],
      ),
      finds('_.eq of a date', withValues(new Date(5), 5, new Date(6)), ({ _ }) => ({ v: _.eq(new Date(5)) }), [1]),
      finds(
        '_.eq of an array: all of it, or one item',
        withValues([1, 2], [2, 1], [[1, 2], 3], 1),
        ({ _ }) => ({ v: _.eq([1, 2]) }),
        [1, 3],
      ),
      finds(
        '_.eq of a document: same fields in the same order',
        withValues({ a: 1, b: 2 }, { b: 2, a: 1 }, { a: 1, b: 2, c: 3 }),
        ({ _ }) => ({ v: _.eq({ a: 1, b: 2 }) }),
        [1],
      ),
      finds(
        'a nested object asks for each of its fields',
        withValues({ a: 1, b: 2 }, { a: 1 }, { a: 2 }),
        () => ({ v: { a: 1 } }),
        [1, 2],
      ),
      finds(
        '_.neq also finds a missing field',
        withValues(1, [1, 2], undefined, 2),
        ({ _ }) => ({ v: _.neq(1) }),
        [3, 4],
      ),
      finds('_.gt compares within a type', withValues(1, 2, '3', [0, 3], null), ({ _ }) => ({ v: _.gt(1) }), [2, 4]),
      finds('_.gte', withValues(1, 2, 3), ({ _ }) => ({ v: _.gte(2) }), [2, 3]),
      finds('_.lt', withValues(1, 2, 'a', undefined), ({ _ }) => ({ v: _.lt(2) }), [1]),
      finds('_.lte of a text', withValues('a', 'b', 'c', 1), ({ _ }) => ({ v: _.lte('b') }), [1, 2]),
      finds('_.lt of a date', withValues(new Date(1), new Date(3), 2), ({ _ }) => ({ v: _.lt(new Date(2)) }), [1]),
      finds(
        '_.gte(null) finds null and missing',
        withValues(null, undefined, 0),
        ({ _ }) => ({ v: _.gte(null) }),
        [1, 2],
      ),
      finds('_.gt of a boolean', withValues(true, false, 1), ({ _ }) => ({ v: _.gt(false) }), [1]),
      finds('_.eq(NaN)', withValues(Number.NaN, 0), ({ _ }) => ({ v: _.eq(Number.NaN) }), [1]),
      finds('_.lt of a number passes over NaN', withValues(Number.NaN, 0), ({ _ }) => ({ v: _.lt(1) }), [2]),
      finds('_.in', withValues(1, [2, 9], 3, undefined), ({ _ }) => ({ v: _.in([1, 2]) }), [1, 2]),
      finds('_.in with null', withValues(1, null, undefined, 2), ({ _ }) => ({ v: _.in([1, null]) }), [1, 2, 3]),
      finds(
        '_.in with a regular expression',
        withValues('tea', 'cup', 'pot'),
        ({ _ }) => ({ v: _.in([/^t/, 'pot']) }),
        [1, 3],
      ),
      finds(
        '_.nin also finds a missing field',
        withValues(1, [2, 9], 3, undefined),
        ({ _ }) => ({ v: _.nin([1, 2]) }),
        [3, 4],
      ),
    ],
  },
  {
    title: 'Logic',
    rows: [
      finds('_.gt().and(_.lt())', withValues(1, 2, 3), ({ _ }) => ({ v: _.gt(1).and(_.lt(3)) }), [2]),
      finds(
        'a range of an array may be met by two items',
        withValues([0, 9], [4], [9]),
        ({ _ }) => ({ v: _.gt(1).and(_.lt(5)) }),
        [1, 2],
      ),
      finds('_.and of a field', withValues(1, 2, 3), ({ _ }) => ({ v: _.and([_.gt(1), _.lt(3)]) }), [2]),
      finds('_.and of conditions', withValues(1, 2, 3), ({ _ }) => _.and([{ v: _.gt(1) }, { _id: _.neq(3) }]), [2]),
      finds('_.or of a field', withValues(1, 2, 3), ({ _ }) => ({ v: _.or(_.lt(2), _.gt(2)) }), [1, 3]),
      finds('_.or of conditions', withValues(1, 2, 3), ({ _ }) => _.or([{ v: 1 }, { _id: 3 }]), [1, 3]),
      finds('_.lt().or(_.gt())', withValues(1, 2, 3), ({ _ }) => ({ v: _.lt(2).or(_.gt(2)) }), [1, 3]),
      finds('_.nor', withValues(1, 2, 3, undefined), ({ _ }) => _.nor([{ v: 1 }, { v: 2 }]), [3, 4]),
      finds('_.not', withValues(1, 2, 3, undefined), ({ _ }) => ({ v: _.not(_.gt(1)) }), [1, 4]),
      finds(
        '_.not of a regular expression',
        withValues('tea', 'cup', 1),
        ({ _ }) => ({ v: _.not(/^t/ as never) }),
        [2, 3],
      ),
      finds(
        '_.expr',
        [
          { _id: 1, a: 1, b: 2 },
          { _id: 2, a: 2, b: 1 },
        ],
        ({ _, $ }) => _.expr($.gt(['$a', '$b'])),
        [2],
      ),
    ],
  },
  {
    title: 'Fields and elements',
    rows: [
      finds(
        '_.exists(true) also finds null',
        withValues(null, undefined, 0),
        ({ _ }) => ({ v: _.exists(true) }),
        [1, 3],
      ),
      finds('_.exists(false)', withValues(null, undefined), ({ _ }) => ({ v: _.exists(false) }), [2]),
      finds('_.mod', withValues(1, 4, 7, [2, 10], '4'), ({ _ }) => ({ v: mod(_, 3, 1) }), [1, 2, 3, 4]),
      finds('$type', withValues('a', 1, ['a'], null), () => ({ v: { $type: 'string' } }), [1, 3]),
      finds(
        "$type 'array' is the array itself",
        withValues(['a'], 'a', [['a']]),
        () => ({ v: { $type: 'array' } }),
        [1, 3],
      ),
      finds("$type 'number'", withValues(1, 1.5, '1', new Date(1)), () => ({ v: { $type: 'number' } }), [1, 2]),
      finds('a dotted path', withValues({ a: { b: 1 } }, { a: { b: 2 } }), () => ({ 'v.a.b': 1 }), [1]),
      finds(
        'a path through an array',
        withValues([{ a: 1 }, { a: 2 }], [{ a: 3 }], { a: 2 }),
        () => ({ 'v.a': 2 }),
        [1, 3],
      ),
      finds('a path to one item', withValues([{ a: 1 }, { a: 2 }], [{ a: 2 }]), () => ({ 'v.1.a': 2 }), [1]),
      finds('$bitsAllSet', withValues(5, 4, 1), () => ({ v: { $bitsAllSet: 5 } }), [1]),
      fails('$where', () => ({ $where: 'true' }), '$where', 'CloudBase runs no script'),
      fails(
        '_.text',
        ({ _ }) => ({ $text: _.text({ search: 'tea', diacriticSensitive: false }) }),
        '$text',
        'CloudBase has no text index',
      ),
      fails(
        '_.jsonSchema',
        ({ _ }) => _.jsonSchema({ required: ['v'] }),
        '$jsonSchema',
        'in the SDK, not in its documentation',
      ),
    ],
  },
  {
    title: 'Arrays',
    rows: [
      finds('_.all', withValues([1, 2, 3], [1], 1), ({ _ }) => ({ v: _.all([1, 2]) }), [1]),
      finds(
        '_.all of one value also finds the value itself',
        withValues([1, 2], 1, 2),
        ({ _ }) => ({ v: _.all([1]) }),
        [1, 2],
      ),
      finds('_.all of nothing finds nothing', withValues([1], []), ({ _ }) => ({ v: _.all([]) }), []),
      finds('_.size', withValues([1, 2], [1], 2, [[1], [2]]), ({ _ }) => ({ v: _.size(2) }), [1, 4]),
      finds(
        '_.elemMatch on fields',
        withValues(
          [
            { a: 1, b: 1 },
            { a: 2, b: 2 },
          ],
          [{ a: 1, b: 2 }],
          { a: 1, b: 2 },
        ),
        ({ _ }) => ({ v: _.elemMatch({ a: 1, b: 2 }) }),
        [2],
      ),
      finds(
        '_.elemMatch on values',
        withValues([1, 9], [5], 5),
        ({ _ }) => ({ v: _.elemMatch({ $gt: 2, $lt: 8 }) }),
        [2],
      ),
    ],
  },
  {
    title: 'Regular expressions',
    rows: [
      finds('a regular expression', withValues('green tea', 'teapot', ['x', 'tea'], 1), () => ({ v: /tea$/ }), [1, 3]),
      finds('flag i', withValues('TEA', 'cup'), () => ({ v: /tea/i }), [1]),
      finds('flags m and s', withValues('a\nb', 'a b'), () => ({ v: /^b/m }), [1]),
      finds(
        'db.RegExp',
        withValues('TEA', 'cup'),
        ({ db }) => ({ v: db.RegExp({ regexp: 'tea', options: 'i' }) }),
        [1],
      ),
      finds('Chinese text', withValues('西湖龙井', '普洱'), () => ({ v: /龙井/ }), [1]),
      fails(
        'option x',
        ({ db }) => ({ v: db.RegExp({ regexp: 't e', options: 'x' }) }),
        'the regular expression option x',
        'JavaScript has no such flag',
      ),
    ],
  },
];

function finds(
  name: string,
  items: readonly Document[],
  where: (environment: Environment) => object,
  ids: readonly number[],
): Row {
  const call = async (environment: Environment) => {
    const found = await environment.items.where(where(environment)).get();
    return idsOf(found).sort();
  };
  return { name, items, call, outcome: { answers: ids } };
}

function fails(name: string, where: (environment: Environment) => object, names: string, because: string): Row {
  const call = (environment: Environment) => environment.items.where(where(environment)).get();
  return { name, items: withValues(1), call, outcome: { notEmulated: { names, because } } };
}

/** The SDK's declaration of `_.mod` forgets its arguments. */
function mod(_: Environment['_'], divisor: number, remainder: number): unknown {
  return (_.mod as (...operands: number[]) => unknown)(divisor, remainder);
}
