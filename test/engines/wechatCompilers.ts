import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Why files of a folder do not compile, in the compiler's words; empty when they all do. */
export interface Verdict {
  files: readonly string[];
  complaint: string;
}

/** Compiles all templates of a folder, with the scripts in them, by WeChat's wcc. */
export function checkTemplates(folder: string): Verdict {
  const files = filesOf(folder, '.wxml');
  return { files, complaint: run('wcc', ['-d', ...files, ...filesOf(folder, '.wxs'), '-gn', '$gwx'], folder) };
}

/** Compiles all style sheets of a folder by WeChat's wcsc, which knows fewer selectors than a browser. */
export function checkStyles(folder: string): Verdict {
  const files = filesOf(folder, '.wxss');
  return { files, complaint: run('wcsc', ['-lc', '-db', '-pc', String(files.length), ...files], folder) };
}

function run(compiler: 'wcc' | 'wcsc', args: readonly string[], folder: string): string {
  const file = executableOf(compiler);
  // npm does not unpack them as executable.
  chmodSync(file, 0o755);
  const { status, error, stderr } = spawnSync(file, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 << 20 });
  if (error) throw error;
  return status === 0 ? stderr : stderr || `${compiler} ended with ${status}`;
}

function executableOf(compiler: string): string {
  const folder = { linux: 'linux', darwin: 'mac', win32: 'windows' }[process.platform as string];
  if (!folder) throw new Error(`WeChat's compilers do not run on ${process.platform}`);
  const bin = path.join(path.dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', folder);
  return path.join(bin, process.platform === 'win32' ? `${compiler}.exe` : compiler);
}

const filesOf = (folder: string, extension: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension))
    .sort();
