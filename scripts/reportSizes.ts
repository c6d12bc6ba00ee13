import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { paths } from './paths';

/** WeChat refuses a package over 2 MB; ours stop at 1.5, so that there is room to act. */
const packageLimit = 1_500_000;

/** A function's bundle, the SDK (1.07 MB) included; beyond it lies a slower cold start. */
const functionLimit = 1_400_000;

interface Size {
  name: string;
  bytes: number;
  limit: number;
}

/** Sizes of the weapp build's packages: the main one and each subpackage. */
export function packageSizes(): Size[] {
  const app = JSON.parse(readFileSync(path.join(paths.weapp, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
  };
  const roots = (app.subPackages ?? []).map(({ root }) => `${root.replace(/\/$/, '')}/`);
  const bytes = new Map<string, number>(['main', ...roots].map((name) => [name, 0]));
  for (const entry of readdirSync(paths.weapp, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const owner = roots.find((root) => path.relative(paths.weapp, file).startsWith(root)) ?? 'main';
    bytes.set(owner, (bytes.get(owner) ?? 0) + statSync(file).size);
  }
  return [...bytes].map(([name, size]) => ({ name: `weapp ${name}`, bytes: size, limit: packageLimit }));
}

/** Sizes of the function bundles that `buildFunctions` measured. */
export const functionSizes = (bundles: Record<string, number>): Size[] =>
  Object.entries(bundles).map(([name, bytes]) => ({ name: `function ${name}`, bytes, limit: functionLimit }));

/** Prints sizes against their limits; throws when one is over. */
export function reportSizes(sizes: readonly Size[]): void {
  const kb = (bytes: number) => `${Math.ceil(bytes / 1000)} KB`;
  for (const { name, bytes, limit } of sizes) {
    const used = Math.round((100 * bytes) / limit);
    console.log(`  ${name.padEnd(26)} ${kb(bytes).padStart(8)} of ${kb(limit)} (${used} %)`);
  }
  const over = sizes.filter(({ bytes, limit }) => bytes > limit).map(({ name }) => name);
  if (over.length > 0) throw new Error(`over their limit: ${over.join(', ')}`);
}
