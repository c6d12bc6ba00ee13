import { type Fen, yuan } from '@shared/kernel/money';
import type { Brush, PaintedImage, Painting } from '@/platform/Painting';

/** What a poster shows. */
export interface PosterContent {
  name: string;
  subtitle: string;
  /** What stands out beside the code. With `more`, some SKUs cost more. */
  figure: { is: 'price'; price: Fen; more: boolean } | { is: 'minutes'; minutes: number };
  shopName: string;
  /** File ids. Without a picture the shop's name stands in its place. */
  picture?: string;
  code: string;
}

const [width, height] = [300, 470];
const margin = 20;
const codeSize = 84;
/** A poster is printed and sent on, so it is light by night, too. */
const colours = { paper: '#fffdf8', ink: '#2a211c', soft: '#73655a', price: '#b5301f', line: '#e5d9c6' };
const family = '"PingFang SC", "Noto Sans SC", sans-serif';

/** A poster: a picture, what it is about, whose it is, and the code that opens it. */
export const posterOf = (content: PosterContent): Painting => ({
  width,
  height,
  pictures: [content.code, ...(content.picture ? [content.picture] : [])],
  draw: (brush, [code, picture]) => {
    const { pictureHeight } = layouts[content.figure.is];
    brush.textBaseline = 'top';
    fill(brush, colours.paper, 0, 0, width, height);
    if (picture) drawCover(brush, picture, 0, 0, width, pictureHeight);
    else drawName(brush, content.shopName, pictureHeight);
    drawWords(brush, content);
    fill(brush, '#fff', width - margin - codeSize, height - margin - codeSize, codeSize, codeSize);
    if (code) drawCover(brush, code, width - margin - codeSize, height - margin - codeSize, codeSize, codeSize);
  },
});

/** Goods are shown in a square; a title takes two lines. */
const layouts = {
  price: { pictureHeight: width, nameLines: 1 },
  minutes: { pictureHeight: 274, nameLines: 2 },
};

function drawName(brush: Brush, shopName: string, pictureHeight: number): void {
  fill(brush, colours.line, 0, 0, width, pictureHeight);
  let y = pictureHeight / 2 - 24;
  for (const line of linesOf(brush, shopName, bold(24), width - 2 * margin, 2)) {
    y = write(brush, line, bold(24), colours.soft, y);
  }
}

function drawWords(brush: Brush, { name, subtitle, figure, shopName }: PosterContent): void {
  const room = width - 2 * margin;
  const { pictureHeight, nameLines } = layouts[figure.is];
  let y = pictureHeight + 16;
  for (const line of linesOf(brush, name, bold(17), room, nameLines)) y = write(brush, line, bold(17), colours.ink, y);
  for (const line of linesOf(brush, subtitle, plain(12), room, 1)) y = write(brush, line, plain(12), colours.soft, y);

  const left = room - codeSize - 12;
  y = height - margin - codeSize;
  y = write(brush, figureText(figure), bold(22), colours.price, y + 4);
  for (const line of linesOf(brush, shopName, plain(12), left, 1)) y = write(brush, line, plain(12), colours.ink, y);
  write(brush, '微信扫码，看看它的故事', plain(11), colours.soft, y);
}

const figureText = (figure: PosterContent['figure']): string =>
  figure.is === 'price' ? `¥${yuan(figure.price)}${figure.more ? ' 起' : ''}` : `${figure.minutes} 分钟读完`;

const bold = (size: number): Type => ({ size, font: `bold ${size}px ${family}` });
const plain = (size: number): Type => ({ size, font: `${size}px ${family}` });
interface Type {
  size: number;
  font: string;
}

/** Writes a line at the left margin; answers where the next one begins. */
function write(brush: Brush, text: string, { size, font }: Type, colour: string, y: number): number {
  brush.font = font;
  brush.fillStyle = colour;
  brush.fillText(text, margin, y);
  return y + Math.round(size * 1.5);
}

/** A text in at most so many lines of a width; what does not fit ends in `…`. */
export function linesOf(brush: Brush, text: string, { font }: Type, room: number, most: number): string[] {
  brush.font = font;
  const fits = (line: string): boolean => brush.measureText(line).width <= room;
  const lines = [''];
  for (const character of text) {
    const line = lines.at(-1) ?? '';
    if (fits(line + character)) lines[lines.length - 1] = line + character;
    else if (lines.length < most) lines.push(character);
    else return [...lines.slice(0, -1), shortened(line, fits)];
  }
  return lines;
}

function shortened(line: string, fits: (line: string) => boolean): string {
  const characters = [...line];
  while (characters.length > 0 && !fits(`${characters.join('')}…`)) characters.pop();
  return `${characters.join('')}…`;
}

function fill(brush: Brush, colour: string, x: number, y: number, w: number, h: number): void {
  brush.fillStyle = colour;
  brush.fillRect(x, y, w, h);
}

/** Fills a rectangle with the middle of a picture. */
function drawCover(brush: Brush, image: PaintedImage, x: number, y: number, w: number, h: number): void {
  const scale = Math.max(w / image.width, h / image.height);
  const [sw, sh] = [w / scale, h / scale];
  brush.drawImage(image, (image.width - sw) / 2, (image.height - sh) / 2, sw, sh, x, y, w, h);
}
