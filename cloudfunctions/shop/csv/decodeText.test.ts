import { decodeText } from './decodeText';

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

test('UTF-8 is read with and without its mark, GBK as spreadsheets save it', () => {
  expect(decodeText(bytes('商品,价格'))).toEqual({ text: '商品,价格', encoding: 'utf-8' });
  expect(decodeText(bytes([0xef, 0xbb, 0xbf], '商品'))).toEqual({ text: '商品', encoding: 'utf-8' });
  expect(decodeText(bytes([0xc9, 0xcc, 0xc6, 0xb7]))).toEqual({ text: '商品', encoding: 'gb18030' });
});

test('what is no text is not read: UTF-16, a workbook', () => {
  expect(decodeText(bytes([0xff, 0xfe, 0x46, 0x55]))).toBeUndefined();
  expect(decodeText(bytes('PK', [3, 4, 20, 0, 6, 0]))).toBeUndefined();
});
