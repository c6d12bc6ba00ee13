import { gives, type Section } from '../Row';

/** Expressions of arrays, sets and objects. */
export const arrayExpressions: Section[] = [
  {
    title: 'Expressions: arrays',
    rows: [
      gives('$.arrayElemAt', ({ $ }) => [$.arrayElemAt(['$l', 0]), $.arrayElemAt(['$l', -1])], [1, 3], {
        l: [1, 2, 3],
      }),
      gives('$.arrayElemAt out of range', ({ $ }) => $.arrayElemAt(['$l', 9]), undefined, { l: [1] }),
      gives('$.arrayToObject', ({ $ }) => [$.arrayToObject([[{ k: 'a', v: 1 }]]), $.arrayToObject([[['b', 2]]])], [
        { a: 1 },
        { b: 2 },
      ]),
      gives(
        '$.concatArrays',
        ({ $ }) => [$.concatArrays(['$l', [3]]), $.concatArrays(['$l', '$none'])],
        [[1, 2, 3], null],
        { l: [1, 2] },
      ),
      gives('$.filter', ({ $ }) => $.filter({ input: '$l', as: 'n', cond: $.gte(['$$n', 2]) }), [2, 3], {
        l: [1, 2, 3],
      }),
      gives('$.in', ({ $ }) => [$.in([2, '$l']), $.in([9, '$l'])], [true, false], { l: [1, 2] }),
      gives(
        '$.indexOfArray',
        ({ $ }) => [$.indexOfArray(['$l', 2]), $.indexOfArray(['$l', 9]), $.indexOfArray(['$l', 1, 1])],
        [1, -1, 2],
        { l: [1, 2, 1] },
      ),
      gives('$.isArray', ({ $ }) => [$.isArray('$l'), $.isArray('$a')], [true, false], { l: [], a: 1 }),
      gives('$.map', ({ $ }) => $.map({ input: '$l', as: 'n', in: $.multiply(['$$n', 2]) }), [2, 4], { l: [1, 2] }),
      gives('$.range', ({ $ }) => [$.range([0, 3]), $.range([5, 0, -2])], [
        [0, 1, 2],
        [5, 3, 1],
      ]),
      gives('$.reduce', ({ $ }) => $.reduce({ input: '$l', initialValue: 0, in: $.add(['$$value', '$$this']) }), 6, {
        l: [1, 2, 3],
      }),
      gives('$.reverseArray', ({ $ }) => $.reverseArray('$l'), [3, 2, 1], { l: [1, 2, 3] }),
      gives('$.size', ({ $ }) => $.size('$l'), 2, { l: [1, 2] }),
      gives(
        '$.slice',
        ({ $ }) => [$.slice(['$l', 2]), $.slice(['$l', -2]), $.slice(['$l', 1, 1])],
        [[1, 2], [2, 3], [2]],
        { l: [1, 2, 3] },
      ),
      gives('$.zip', ({ $ }) => $.zip({ inputs: ['$a', '$b'] }), [[1, 'x']], { a: [1, 2], b: ['x'] }),
      gives(
        '$.zip to the longest',
        ({ $ }) => $.zip({ inputs: ['$a', '$b'], useLongestLength: true, defaults: [0, '-'] }),
        [
          [1, 'x'],
          [2, '-'],
        ],
        { a: [1, 2], b: ['x'] },
      ),
      gives(
        '$.sum, $.avg, $.min, $.max of an array',
        ({ $ }) => [$.sum('$l'), $.avg('$l'), $.min('$l'), $.max('$l')],
        [6, 2, 1, 3],
        { l: [1, 2, 3] },
      ),
      gives('a path through an array', () => '$l.n', [1, 2], { l: [{ n: 1 }, { n: 2 }] }),
    ],
  },
  {
    title: 'Expressions: sets',
    rows: [
      gives('$.allElementsTrue', ({ $ }) => [$.allElementsTrue([[true, 1]]), $.allElementsTrue([[0]])], [true, false]),
      gives('$.anyElementTrue', ({ $ }) => [$.anyElementTrue([[0, 1]]), $.anyElementTrue([[null]])], [true, false]),
      gives('$.setDifference', ({ $ }) => $.setDifference([[1, 2, 3], [2]]), [1, 3]),
      gives(
        '$.setEquals',
        ({ $ }) =>
          $.setEquals([
            [1, 2],
            [2, 1, 1],
          ]),
        true,
      ),
      gives(
        '$.setIntersection',
        ({ $ }) =>
          $.setEquals([
            $.setIntersection([
              [1, 2],
              [2, 3],
            ]),
            [2],
          ]),
        true,
      ),
      gives('$.setIsSubset', ({ $ }) => [$.setIsSubset([[1], [1, 2]]), $.setIsSubset([[3], [1, 2]])], [true, false]),
      gives(
        '$.setUnion',
        ({ $ }) =>
          $.setEquals([
            $.setUnion([
              [1, 2],
              [2, 3],
            ]),
            [1, 2, 3],
          ]),
        true,
      ),
    ],
  },
  {
    title: 'Expressions: objects',
    rows: [
      gives('$.mergeObjects', ({ $ }) => $.mergeObjects(['$a', { y: 2 }, null]), { x: 1, y: 2 }, { a: { x: 1, y: 1 } }),
      gives('$.objectToArray', ({ $ }) => $.objectToArray('$a'), [{ k: 'x', v: 1 }], { a: { x: 1 } }),
      gives(
        'a computed object',
        ({ $ }) => ({ sum: $.add([1, 2]), deep: { a: '$a' } }),
        { sum: 3, deep: { a: 1 } },
        { a: 1 },
      ),
    ],
  },
];
