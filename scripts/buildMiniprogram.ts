import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { paths } from './paths';

export type Target = 'weapp' | 'h5';

const artefacts: Record<Target, readonly string[]> = {
  weapp: ['app.js', 'app.json', 'app.wxss', 'theme.json', 'pages/home/index.wxml'],
  h5: ['index.html', 'js', 'css'],
};

/** Builds the mini program with Taro into `dist/<target>`. Rejects with what Taro said, or with what it left out. */
export async function buildMiniprogram(target: Target): Promise<void> {
  const before = await sourcesHash();
  await rm(stampOf(target), { force: true });
  await runTaro(target);
  // An invalid config ends with exit code 0 and no output, so the artefacts are looked for, too.
  const missing = artefacts[target].filter((file) => !existsSync(path.join(paths[target], file)));
  if (missing.length > 0) throw new Error(`taro build --type ${target} left out ${missing.join(', ')}`);
  await mkdir(path.dirname(stampOf(target)), { recursive: true });
  await writeFile(stampOf(target), before);
}

/** Whether `dist/<target>` was built from the sources as they are now. */
export async function isBuilt(target: Target): Promise<boolean> {
  if (!existsSync(stampOf(target))) return false;
  return (await readFile(stampOf(target), 'utf8')) === (await sourcesHash());
}

const stampOf = (target: Target): string => path.join(paths.root, 'dist', `.${target}-built-from`);

async function runTaro(target: Target): Promise<void> {
  const taro = path.join(paths.root, 'node_modules/@tarojs/cli/bin/taro');
  const child = spawn(process.execPath, [taro, 'build', '--type', target], {
    cwd: path.join(paths.root, 'miniprogram'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`taro build --type ${target} ended with ${code}\n${Buffer.concat(said)}`);
}

/** One hash over everything that goes into a build. */
async function sourcesHash(): Promise<string> {
  const folders = ['miniprogram', 'shared'].map((folder) => filesIn(path.join(paths.root, folder)));
  const files = [...(await Promise.all(folders)).flat(), path.join(paths.root, 'package-lock.json')]
    // The build draws these itself, so they are not among what it is made from.
    .filter((file) => !/[\\/]src[\\/]assets[\\/](tab|map)[\\/]/.test(file))
    .sort();
  const hash = createHash('sha256');
  // What a build can be told by its environment; see miniprogram/config/index.ts.
  for (const name of ['MEIDIAN_LOCATION', 'MEIDIAN_TILES']) hash.update(`${name}=${process.env[name] ?? ''}\n`);
  for (const file of files) hash.update(path.relative(paths.root, file)).update(await readFile(file));
  return hash.digest('hex');
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
