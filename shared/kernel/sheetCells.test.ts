import fc from 'fast-check';
import { csvText, isFormula, plainCell, safeCell } from './sheetCells';

test.each(['=1+1', '+86', '-5', '@SUM(A1)', '＝1', "'=1"])('%s does not begin a formula any more', (text) => {
  expect(safeCell(text)).toBe(`'${text}`);
  expect(plainCell(safeCell(text))).toBe(text);
});

test('what a person typed with an apostrophe stays as it is', () => {
  expect(plainCell("'90 年代")).toBe("'90 年代");
  expect(plainCell(' 老陈醋 ')).toBe('老陈醋');
  expect(safeCell('老陈醋')).toBe('老陈醋');
});

test('whatever a text is, it comes back', () => {
  const trimmed = fc.string({ unit: fc.constantFrom(...'=+-@\'＝"a,醋 ') }).map((text) => text.trim());
  fc.assert(fc.property(trimmed, (text) => expect(plainCell(safeCell(text))).toBe(text)));
});

test('a formula is known by how it begins', () => {
  expect(['=A1', ' =A1', '@x', '＝A1', '-18℃', "'=A1", '醋'].map(isFormula)).toEqual([
    ...[true, true, true, true, false, false, false],
  ]);
});

test('rows are quoted where they must be, and a loss is a number', () => {
  const rows = [
    ['品名', '件'],
    ['醋,"老"', -2],
    ['=1+1', 0.5],
  ];
  expect(csvText(rows)).toBe(`品名,件\n"醋,""老""",-2\n'=1+1,0.5`);
});
