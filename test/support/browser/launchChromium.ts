import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import packed from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Launches the Chromium that npm installed; nothing is downloaded, and nothing of the system's browsers is used. */
export async function launchChromium(): Promise<Browser> {
  packed.setGraphicsMode = false;
  const executablePath = await packed.executablePath();
  return chromium.launch({
    executablePath,
    // The package's own list is for AWS Lambda; `--single-process` in it loses pages under load.
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none', '--hide-scrollbars'],
    env: { ...process.env, ...(await environmentFor(executablePath)) },
  });
}

/** A bare Linux has no NSS libraries; the package brings them for Amazon Linux 2023, and they serve elsewhere. */
async function environmentFor(executable: string): Promise<Record<string, string>> {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  if (!/lib(nss3|nspr4|nssutil3)\.so => not found/.test(stdout)) return {};
  const libraries = await unpackLibraries();
  return { LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') };
}

async function unpackLibraries(): Promise<string> {
  const folder = path.join(tmpdir(), 'chromium-al2023');
  if (existsSync(folder)) return path.join(folder, 'lib');

  const archive = path.join(path.dirname(require.resolve('@sparticuz/chromium')), '../../bin/al2023.tar.br');
  const unpacking = `${folder}-${process.pid}`;
  await mkdir(unpacking, { recursive: true });
  await writeFile(path.join(unpacking, 'all.tar'), brotliDecompressSync(await readFile(archive)));
  const { status, stderr } = spawnSync('tar', ['-xf', 'all.tar'], { cwd: unpacking, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the browser's libraries cannot be unpacked: ${stderr}`);
  // Whole or not at all: another run may look for it meanwhile.
  await rename(unpacking, folder).catch(() => rm(unpacking, { recursive: true }));
  return path.join(folder, 'lib');
}
