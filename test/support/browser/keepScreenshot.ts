import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { paths } from '../../../scripts/paths';

/** With `UPDATE_SCREENSHOTS=1`, the pictures that the repository keeps; otherwise a folder to look into. */
const folder =
  process.env.UPDATE_SCREENSHOTS === '1'
    ? path.join(paths.root, 'test/screenshots')
    : path.join(paths.root, 'dist/screenshots');

/** Keeps what is on the screen as `<name>.webp`, one pixel a CSS px, once its pictures and fonts are there. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  await page.evaluate(settled);
  const { width } = page.viewportSize() ?? { width: 390 };
  const small = await sharp(await page.screenshot())
    .resize(width)
    .webp({ quality: 82 })
    .toBuffer();
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, `${name}.webp`), small);
}

/** Runs in the page: resolves when nothing moves any more and fonts and all pictures in sight are loaded. */
async function settled(): Promise<void> {
  const ends = (animation: Animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY;
  await Promise.allSettled(
    document
      .getAnimations()
      .filter(ends)
      .map(({ finished }) => finished),
  );
  const inSight = (image: HTMLImageElement) => image.getBoundingClientRect().top < window.innerHeight;
  const waiting = [...document.images].filter((image) => image.offsetParent && inSight(image) && !image.complete);
  await Promise.all(
    waiting.map(
      (image) =>
        new Promise((resolve) => {
          image.addEventListener('load', resolve);
          image.addEventListener('error', resolve);
        }),
    ),
  );
  await document.fonts.ready;
  // Two frames: one to apply what was loaded, one to paint it.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
}
