import { spawnSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';
import { unpackChromium } from './unpackChromium';

/** Launches the browser named in `CHROMIUM_PATH`, or else the Chromium that npm installed; nothing is downloaded. */
export async function launchChromium(): Promise<Browser> {
  const chosen = process.env.CHROMIUM_PATH;
  return chromium.launch({
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--hide-scrollbars'],
    ...(chosen ? { executablePath: chosen } : await packed()),
  });
}

async function packed(): Promise<{ executablePath: string; env: NodeJS.ProcessEnv }> {
  const { executable, libraries } = await unpackChromium();
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  // A bare Linux has no NSS libraries; those of Amazon Linux 2023, which come along, serve elsewhere, too.
  const lacks = /lib(nss3|nssutil3|nspr4)\.so => not found/.test(stdout);
  const search = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { executablePath: executable, env: { ...process.env, ...(lacks && { LD_LIBRARY_PATH: search }) } };
}
