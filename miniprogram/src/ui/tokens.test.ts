import { readFileSync } from 'node:fs';
import path from 'node:path';

type Tokens = Record<string, string>;

const source = readFileSync(path.join(__dirname, 'tokens.scss'), 'utf8');
const [lightSource = '', darkSource = ''] = source.split('@media (prefers-color-scheme: dark)');
const light = tokensIn(lightSource);
const dark = { ...light, ...tokensIn(darkSource) };

const grounds = ['paper', 'surface', 'sunk', 'map-land', 'map-town', 'map-road'];
const pairs: readonly [text: string, ground: string][] = [
  ...['ink', 'ink-soft', 'ink-faint'].flatMap((text) => grounds.map((ground) => [text, ground] as [string, string])),
  ...['price', 'gold', 'jade'].flatMap((text) =>
    ['paper', 'surface'].map((ground) => [text, ground] as [string, string]),
  ),
  ['jade', 'map-park'],
  ['gold', 'gold-soft'],
  ['jade', 'jade-soft'],
  ['price', 'action-soft'],
  ['on-action', 'action'],
  ['on-action', 'action-pressed'],
  ['on-sign', 'sign'],
  ['on-sign-soft', 'sign'],
  ['on-sign-soft', 'sign-deep'],
  ['on-snack', 'snack'],
  ['snack-action', 'snack'],
];

test.each([
  ['light', light],
  ['dark', dark],
] as const)('every text reads at 4.5:1 on its grounds in the %s theme (WCAG 2.2, AA)', (_theme, tokens) => {
  const weak = pairs
    .map(([text, ground]) => ({ text, ground, contrast: contrast(colour(tokens, text), colour(tokens, ground)) }))
    .filter((pair) => pair.contrast < 4.5);
  expect(weak).toEqual([]);
});

test('the measure is right: black on white is 21:1, grey #777 on white just fails', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
});

function tokensIn(css: string): Tokens {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

function colour(tokens: Tokens, name: string): string {
  const hex = tokens[name];
  if (!hex) throw new Error(`no colour --${name} in tokens.scss`);
  return hex;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
