import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Trade } from '../../shared/shop/trades';

/** Trade → Lucide icon. */
const tradeIcons: Record<Trade, string> = {
  specialty: 'gift',
  breakfast: 'egg-fried',
  noodles: 'soup',
  vinegar: 'amphora',
  fruit: 'apple',
  flowers: 'flower-2',
  bakery: 'croissant',
  tea: 'coffee',
  grocery: 'shopping-basket',
  books: 'book-open',
  tailor: 'scissors',
  tofu: 'bean',
};

// The tokens' cinnabar and paper by day; they stand out on WeChat's day map and on its night map.
const cinnabar = '#b5301f';
const deep = '#74201a';
const paper = '#fffdf8';

/** Three pixels for each px of `weappMarkers.ts`, for the finest screens. */
const density = 3;
const clusterSides = { small: 38, medium: 46, large: 54 };

/**
 * Draws what WeChat's map shows into `folder`, as PNG files, because it takes no others: for each trade a pin and, as
 * `-on`, the pin of a chosen shop; three discs for clusters.
 */
export async function drawMapIcons(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const draw = (name: string, svg: string, width: number) =>
    sharp(Buffer.from(svg), { density: 300 })
      .resize(width * density)
      .png({ palette: true })
      .toFile(path.join(folder, `${name}.png`));
  for (const [trade, icon] of Object.entries(tradeIcons)) {
    const glyph = await glyphOf(icon);
    await draw(trade, pin(glyph, { fill: paper, stroke: cinnabar }), 34);
    await draw(`${trade}-on`, pin(glyph, { fill: cinnabar, stroke: paper }), 44);
  }
  for (const [name, side] of Object.entries(clusterSides)) await draw(name, disc(side), side);
}

/** The lines of a Lucide icon, without its frame. */
async function glyphOf(icon: string): Promise<string> {
  const svg = await readFile(require.resolve(`lucide-static/icons/${icon}.svg`), 'utf8');
  return svg.replace(/^[\s\S]*?<svg[^>]*>/, '').replace('</svg>', '');
}

const pin = (glyph: string, { fill, stroke }: { fill: string; stroke: string }): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 34 40">
    <path d="M17 38.5c-1.6-3.4-3.6-5.3-6.6-6.6A15.4 15.4 0 1 1 23.6 31.9c-3 1.3-5 3.2-6.6 6.6z" fill="${fill}" stroke="${stroke}" stroke-width="2"/>
    <g transform="translate(8 8.2) scale(.75)" fill="none" stroke="${stroke}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${glyph}</g>
  </svg>`;

const disc = (side: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}">
    <circle cx="${side / 2}" cy="${side / 2}" r="${side / 2}" fill="${deep}" opacity=".28"/>
    <circle cx="${side / 2}" cy="${side / 2}" r="${side / 2 - 5}" fill="${cinnabar}" stroke="${paper}" stroke-width="2"/>
  </svg>`;
