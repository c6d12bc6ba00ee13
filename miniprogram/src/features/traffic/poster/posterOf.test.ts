import { fen } from '@shared/kernel/money';
import type { Brush } from '@/platform/Painting';
import { linesOf, posterOf } from './posterOf';

/** A brush whose letters are as wide as they are high, and which says what it did. */
function brushOf(): { brush: Brush; words: string[]; drawn: number[][] } {
  const words: string[] = [];
  const drawn: number[][] = [];
  const brush: Brush = {
    ...{ fillStyle: '', font: '', textBaseline: 'top' },
    fillRect: () => undefined,
    scale: () => undefined,
    fillText: (text) => void words.push(text),
    // Only its width is asked for.
    measureText(text) {
      return { width: text.length * Number(/(\d+)px/.exec(this.font)?.[1]) } as TextMetrics;
    },
    drawImage: (_image, ...numbers) => void drawn.push(numbers),
  };
  return { brush, words, drawn };
}

const content = {
  ...{ name: '八年手工老陈醋', subtitle: '酸而不烈', price: fen(6800), pricesDiffer: true, shopName: '晋美优品' },
  ...{ picture: 'cloud://a/picture.jpg', code: 'cloud://a/code.png' },
};

test('a poster says what, how much and where; its picture is cut to its middle, its code is whole', () => {
  const { brush, words, drawn } = brushOf();
  const { pictures, draw, width } = posterOf(content);
  expect(pictures).toEqual([content.picture, content.code]);
  draw(brush, [
    { width: 800, height: 400 },
    { width: 400, height: 400 },
  ]);
  expect(words).toEqual(['八年手工老陈醋', '酸而不烈', '¥68.00 起', '晋美优品', '微信扫码，看看它的故事']);
  expect(drawn[0]).toEqual([200, 0, 400, 400, 0, 0, width, width]);
  expect(drawn[1]?.slice(0, 4)).toEqual([0, 0, 400, 400]);
});

test('a long name is shortened, and never wider than there is room', () => {
  const { brush, words } = brushOf();
  posterOf({ ...content, name: '清'.repeat(80) }).draw(brush, []);
  expect(words[0]).toBe(`${'清'.repeat(14)}…`);
  const font = { size: 10, font: '10px x' };
  expect(linesOf(brush, '一二三四五', font, 30, 2)).toEqual(['一二三', '四五']);
  expect(linesOf(brush, '一二三四五', font, 20, 2)).toEqual(['一二', '三…']);
  expect(linesOf(brush, '', font, 20, 2)).toEqual(['']);
});
