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
  ...{ name: '八年手工老陈醋', subtitle: '酸而不烈', shopName: '晋美优品' },
  figure: { is: 'price' as const, price: fen(6800), more: true },
  ...{ picture: 'cloud://a/picture.jpg', code: 'cloud://a/code.png' },
};

test('a poster says what, how much and where; its picture is cut to its middle, its code is whole', () => {
  const { brush, words, drawn } = brushOf();
  const { pictures, draw, width } = posterOf(content);
  expect(pictures).toEqual([content.code, content.picture]);
  draw(brush, [
    { width: 400, height: 400 },
    { width: 800, height: 400 },
  ]);
  expect(words).toEqual(['八年手工老陈醋', '酸而不烈', '¥68.00 起', '晋美优品', '微信扫码，看看它的故事']);
  expect(drawn[0]).toEqual([200, 0, 400, 400, 0, 0, width, width]);
  expect(drawn[1]?.slice(0, 4)).toEqual([0, 0, 400, 400]);
});

test('an article’s poster has its title in two lines and says how long it takes; without a cover it has the shop’s name', () => {
  const { brush, words, drawn } = brushOf();
  const { picture: _none, ...bare } = content;
  const { pictures, draw } = posterOf({ ...bare, name: '醋'.repeat(20), figure: { is: 'minutes', minutes: 3 } });
  expect(pictures).toEqual([content.code]);
  draw(brush, [{ width: 400, height: 400 }]);
  expect(words).toEqual([
    ...['晋美优品', '醋'.repeat(15), '醋'.repeat(5), '酸而不烈', '3 分钟读完', '晋美优品'],
    '微信扫码，看看它的故事',
  ]);
  expect(drawn).toHaveLength(1);
});

test('a long name is shortened, and never wider than there is room', () => {
  const { brush, words } = brushOf();
  posterOf({ ...content, name: '清'.repeat(80) }).draw(brush, []);
  expect(words).toContain(`${'清'.repeat(14)}…`);
  const font = { size: 10, font: '10px x' };
  expect(linesOf(brush, '一二三四五', font, 30, 2)).toEqual(['一二三', '四五']);
  expect(linesOf(brush, '一二三四五', font, 20, 2)).toEqual(['一二', '三…']);
  expect(linesOf(brush, '', font, 20, 2)).toEqual(['']);
});
