import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { galleryPage } from './galleryPage';
import { paths } from './paths';

const screenshots = path.join(paths.root, 'test/screenshots');

/** The loop, picture by picture, as the journeys kept them; each is shown for so many seconds. */
const loop: readonly (readonly [name: string, seconds: number])[] = [
  ['feed', 3],
  ['article', 3],
  ['product', 2],
  ['sku-sheet', 2],
  ['cart', 2],
  ['checkout', 3],
  ['order-paid', 3],
  ['order-done-follow', 3],
  ['follow-code', 2],
  ['welcome', 2],
  ['welcome-taken', 2],
  ['loop-report', 3],
];

/** `npx tsx scripts/gallery.ts`: writes `docs/GALLERY.md` and the loop as a moving picture, from the kept screenshots. */
async function gallery(): Promise<void> {
  const names = readdirSync(screenshots).map((file) => path.parse(file).name);
  await writeFile(path.join(paths.root, 'docs/GALLERY.md'), galleryPage(names));
  const frames = loop.map(([name]) => path.join(screenshots, `${name}.webp`));
  const delay = loop.map(([, seconds]) => seconds * 1_000);
  await sharp(frames, { join: { animated: true } })
    .webp({ quality: 72, delay, loop: 0 })
    .toFile(path.join(paths.root, 'docs/loop.webp'));
}

gallery().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
