import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

/** File name under `assets/tab` → Lucide icon. */
const icons = {
  home: 'store',
  feed: 'newspaper',
  cart: 'shopping-basket',
  seller: 'clipboard-list',
  me: 'circle-user-round',
};

// Both stand out by 3:1 on the light and on the dark tab bar (theme.json), so one set serves both.
const colours = { '': '#86796c', '-on': '#c8412d' };

/** WeChat draws tab icons from PNG files only; 81 × 81 px is the size it recommends. */
const side = 81;

/** Draws the tab bar's icons into `folder` from Lucide's SVG files, so that no binary is kept in the repository. */
export async function drawTabIcons(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, icon] of Object.entries(icons)) {
    const svg = await readFile(require.resolve(`lucide-static/icons/${icon}.svg`), 'utf8');
    for (const [suffix, colour] of Object.entries(colours)) {
      const coloured = svg.replace('currentColor', colour).replace('stroke-width="2"', 'stroke-width="1.75"');
      const png = await sharp(Buffer.from(coloured), { density: 300 }).resize(side, side).png().toBuffer();
      await writeFile(path.join(folder, `${name}${suffix}.png`), png);
    }
  }
}
