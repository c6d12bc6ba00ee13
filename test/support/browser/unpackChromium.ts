import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';

/** Where an unpacked Chromium lies, and libraries for a Linux that lacks them. */
export interface Unpacked {
  executable: string;
  libraries: string;
}

/**
 * Unpacks the Chromium in `@sparticuz/chromium` into the folder for temporary files, once for each version. The
 * package's own way leaves a half-written browser in sight of other test processes; this one shows it when it is whole.
 */
export async function unpackChromium(): Promise<Unpacked> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('the Chromium from npm runs on Linux x64 only; name another one in CHROMIUM_PATH');
  const root = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '../..');
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const folder = path.join(tmpdir(), `npm-chromium-${version}`);
  if (!existsSync(folder)) await unpack(path.join(root, 'bin'), folder);
  return { executable: path.join(folder, 'chromium'), libraries: path.join(folder, 'lib') };
}

async function unpack(archives: string, folder: string): Promise<void> {
  const unpacking = `${folder}-${process.pid}`;
  await mkdir(unpacking, { recursive: true });
  await pipeline(
    createReadStream(path.join(archives, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(path.join(unpacking, 'chromium'), { mode: 0o755 }),
  );
  const input = brotliDecompressSync(readFileSync(path.join(archives, 'al2023.tar.br')));
  const { status, stderr } = spawnSync('tar', ['-xf', '-'], { cwd: unpacking, input });
  if (status !== 0) throw new Error(`the browser's libraries cannot be unpacked: ${stderr}`);
  // Another process may have been faster; its folder is as good.
  await rename(unpacking, folder).catch(() => rm(unpacking, { recursive: true }));
}
