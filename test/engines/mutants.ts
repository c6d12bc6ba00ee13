import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Ways to spoil a built mini program, each of which a journey must not survive. */
export const mutants = {
  'a binding is gone': ['base.wxml', / bindtap="eh"/g, ''],
  'ids are gone': ['base.wxml', /\{\{i\.uid\|\|i\.sid\}\}/g, '{{i.sid}}'],
  'a condition is gone': ['base.wxml', / wx:for="\{\{i\.cn\}\}"/g, ' wx:for="{{[]}}"'],
} as const satisfies Record<string, readonly [file: string, part: RegExp, instead: string]>;

/** Runs `use` with a copy of a built mini program in which something is spoilt; throws when there was nothing to spoil. */
export async function withMutant(dist: string, name: keyof typeof mutants, use: (dist: string) => Promise<void>) {
  const folder = await mkdtemp(path.join(tmpdir(), 'mutant-'));
  try {
    await cp(dist, folder, { recursive: true });
    const [file, part, instead] = mutants[name];
    const before = await readFile(path.join(folder, file), 'utf8');
    const after = before.replace(part, instead);
    if (after === before) throw new Error(`${file} has nothing like ${part}`);
    await writeFile(path.join(folder, file), after);
    await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
