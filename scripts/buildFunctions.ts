import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { deployments } from '../cloudfunctions/deploy';
import { paths } from './paths';

/**
 * Bundles every function of the deploy map, SDK included, into a folder each, with the `cloudbaserc.json` that
 * CloudBase and the emulator read.
 */
export async function buildFunctions(): Promise<void> {
  await rm(paths.functions, { recursive: true, force: true });
  const names = Object.keys(deployments);
  await build({
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, path.join(paths.root, 'cloudfunctions', name, 'index.ts')]),
    ),
    outdir: paths.functions,
    bundle: true,
    minify: true,
    keepNames: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Without our own tsconfig, whose strict mode would make every bundled file strict: wechatpay-axios-plugin assigns
    // to a getter, which only sloppy mode forgives.
    tsconfigRaw: {},
    // Kept apart from the upload, for reading stack traces.
    sourcemap: 'external',
    logLevel: 'warning',
  });
  await Promise.all(names.map(writePackage));
  await writeFile(path.join(paths.functions, 'cloudbaserc.json'), JSON.stringify(cloudbaserc(), null, 2));
}

async function writePackage(name: string): Promise<void> {
  await mkdir(path.join(paths.functions, name), { recursive: true });
  await writeFile(
    path.join(paths.functions, name, 'package.json'),
    JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
  );
}

const cloudbaserc = () => ({
  version: '2.0',
  envId: process.env.MEIDIAN_ENV_ID ?? 'meidian',
  functionRoot: '.',
  functions: Object.entries(deployments).map(([name, { timeout, memorySize, cron }]) => ({
    name,
    timeout,
    memorySize,
    runtime: 'Nodejs20.19',
    handler: 'index.main',
    installDependency: false,
    envVariables: {},
    triggers: cron ? [{ name: 'everyMinute', type: 'timer', config: cron }] : [],
  })),
  httpAccess: Object.entries(deployments).flatMap(([name, { httpPath }]) =>
    httpPath ? [{ path: httpPath, function: name }] : [],
  ),
});
