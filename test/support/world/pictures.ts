import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';

/** One picture of the demo world: an emoji, what lies beside it, on a soft ground of this tone. */
export interface Scene {
  /** Path in cloud storage. */
  path: string;
  emoji: readonly [string, ...string[]];
  tone: Tone;
  composition: 'portrait' | 'still life' | 'closeup' | 'logo';
}

export type Tone = keyof typeof tones;

const tones = {
  vinegar: ['#f7e7dc', '#e3b99d'],
  grain: ['#faf0d7', '#ecd093'],
  tea: ['#eaf1e2', '#bcd3a8'],
  fruit: ['#fbe6de', '#eeb6a0'],
  pastry: ['#fbeedd', '#e9c79a'],
  savoury: ['#f6e2dc', '#d9a294'],
  tonic: ['#eef0e4', '#c5c9a3'],
  craft: ['#f3e6ec', '#d5b0c2'],
} as const;

const side = 640;
const assets = path.join(path.dirname(require.resolve('@lobehub/fluent-emoji-3d/package.json')), 'assets');

/** Draws a scene as WebP, 640 × 640; drawn ones are kept in `cacheDir` by what they show. */
export async function drawScene(scene: Scene, cacheDir: string): Promise<Buffer> {
  const key = createHash('sha256')
    .update(JSON.stringify({ ...scene, path: '', version: 1 }))
    .digest('hex')
    .slice(0, 24);
  const file = path.join(cacheDir, `${key}.webp`);
  if (existsSync(file)) return readFile(file);

  const drawn = await sharp(ground(scene.tone, scene.composition))
    .composite(await layers(scene))
    .webp({ quality: 80, effort: 2 })
    .toBuffer();
  await mkdir(cacheDir, { recursive: true });
  await writeFile(file, drawn);
  return drawn;
}

async function layers({ emoji, composition }: Scene): Promise<OverlayOptions[]> {
  const [main, ...others] = emoji;
  const first = others[0] ?? main;
  const second = others[1] ?? first;
  switch (composition) {
    case 'logo':
      return placed(main, 430, 105, 95, 0);
    case 'portrait':
      return placed(main, 400, 120, 95, 0);
    case 'still life':
      return [
        ...(await placed(second, 210, 70, 120, -8)),
        ...(await placed(main, 320, 165, 170, 0)),
        ...(await placed(first, 210, 370, 330, 10)),
      ];
    case 'closeup':
      return [...(await placed(main, 540, -20, 60, -10)), ...(await placed(first, 210, 395, 40, 8))];
    default:
      return composition satisfies never;
  }
}

/** An emoji and, below it, its soft shadow. Both stay smaller than the picture, as sharp wants it. */
async function placed(
  emoji: string,
  size: number,
  left: number,
  top: number,
  degrees: number,
): Promise<OverlayOptions[]> {
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };
  const thing = await sharp(assetOf(emoji))
    .resize(size, size)
    .rotate(degrees, { background: clear })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height } = thing.info;
  const raw = { width, height, channels: 4 } as const;
  // A shadow has no detail, so it is blurred at an eighth of the size.
  const [w, h] = [Math.ceil(width / 8), Math.ceil(height / 8)];
  const outline = await sharp(thing.data, { raw }).extractChannel('alpha').resize(w, h).blur(2.2).raw().toBuffer();
  const dark = Buffer.from([...outline].flatMap((alpha) => [74, 44, 26, alpha * 0.32]));
  const shadow = await sharp(dark, { raw: { width: w, height: h, channels: 4 } })
    .resize(width, height)
    .raw()
    .toBuffer();
  return [
    { input: shadow, raw, left, top: top + Math.round(size / 12) },
    { input: thing.data, raw, left, top },
  ];
}

const ground = (tone: Tone, composition: Scene['composition']): Buffer => {
  const [light, deep] = tones[tone];
  const table =
    composition === 'closeup' || composition === 'logo'
      ? ''
      : `<ellipse cx="320" cy="560" rx="430" ry="150" fill="${deep}" opacity="0.55"/><circle cx="320" cy="300" r="235" fill="#fff" opacity="0.38"/>`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><defs><linearGradient id="g" x1="0" y1="0" x2="0.4" y2="1"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${deep}"/></linearGradient></defs><rect width="${side}" height="${side}" fill="url(#g)"/>${table}</svg>`,
  );
};

function assetOf(emoji: string): string {
  const codes = [...emoji].map((character) => (character.codePointAt(0) ?? 0).toString(16));
  const names = [codes.join('-'), codes.filter((code) => code !== 'fe0f').join('-')];
  const found = names.map((name) => path.join(assets, `${name}.webp`)).find((file) => existsSync(file));
  if (!found) throw new Error(`there is no picture of ${emoji}`);
  return found;
}
