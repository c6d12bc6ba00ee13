import { readSheet } from './readSheet';

const problemsOf = (text: string) =>
  readSheet(text).problems.map(({ row, column, because }) => `${row} ${column} ${because}`);

test('columns are known by their titles, in any order; empty rows are left out and still counted', () => {
  const { rows, problems } = readSheet('价格,商品名称\r\n12.5,老陈醋\r\n,\r\n 8 ,"太谷饼, 盒装"\r\n');
  expect(problems).toEqual([]);
  expect(rows).toEqual([
    { row: 2, cells: { price: '12.5', name: '老陈醋' } },
    { row: 4, cells: { price: '8', name: '太谷饼, 盒装' } },
  ]);
  expect(readSheet('商品名称\t价格\n老陈醋\t1\n').rows).toEqual([{ row: 2, cells: { name: '老陈醋', price: '1' } }]);
});

test.each([
  ['商品名称,价格,颜色\n醋,1,红\n', '1 颜色 unknownColumn'],
  ['商品名称,商品编号\n醋,a\n', '1 价格 missingColumn'],
  ['商品名称,价格,价格\n醋,1,2\n', '1 价格 twiceColumn'],
  ['商品名称,价格\n醋,1,2\n', '2  tooManyCells'],
  ['商品名称,价格\n醋,=1+1\n', '2 价格 formula'],
  ['商品名称,价格\n"醋,1\n', '2  unclosedQuote'],
])('%j is told as %s', (text, problem) => expect(problemsOf(text)).toContain(problem));
