import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { buildFunctions } from '../buildFunctions';
import { paths } from '../paths';

/** A function, ready to be sent. */
export interface Bundle {
  /** The archive: `index.js` and `package.json`. The same code makes the same bytes. */
  archive: Buffer;
  /** See `FunctionState.code`. */
  code: string;
  /** The environment variables that its code reads. */
  settings: string[];
}

/** Builds all functions and packs each, without its source map. */
export async function makeBundles(): Promise<Map<string, Bundle>> {
  const sources = await buildFunctions(paths.deployment);
  const bundles = [...sources].map(async ([name, files]): Promise<[string, Bundle]> => {
    const archive = await pack(path.join(paths.deployment, name));
    return [name, { archive, code: codeOf(archive), settings: await settingsIn(files) }];
  });
  return new Map(await Promise.all(bundles));
}

const codeOf = (archive: Buffer): string => createHash('sha256').update(archive).digest('hex').slice(0, 16);

async function pack(folder: string): Promise<Buffer> {
  const names = ['index.js', 'package.json'];
  const files = await Promise.all(names.map((name) => readFile(path.join(folder, name))));
  const entries = Object.fromEntries(names.map((name, index) => [name, new Uint8Array(files[index] ?? [])]));
  return Buffer.from(zipSync(entries, { level: 9, mtime: new Date(1980, 0, 1) }));
}

/** Variables are read by `setting('NAME')` or taken out of `process.env`, in our own files. */
async function settingsIn(files: readonly string[]): Promise<string[]> {
  const own = files.filter((file) => file.startsWith('cloudfunctions/'));
  const texts = await Promise.all(own.map((file) => readFile(path.join(paths.root, file), 'utf8')));
  const names = texts.flatMap((text) => [
    ...[...text.matchAll(/\bsetting\('(\w+)'\)/g)].map(([, name]) => name ?? ''),
    ...[...text.matchAll(/const \{([^}]+)\} = process\.env/g)].flatMap(([, taken]) =>
      [...(taken ?? '').matchAll(/(\b[A-Z][A-Z_]+\b)/g)].map(([, name]) => name ?? ''),
    ),
  ]);
  return [...new Set(names)].sort();
}
