import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { deployments } from '../cloudfunctions/deploy';

const root = path.resolve(__dirname, '..');

/** Where the built functions lie: one folder each, and a `cloudbaserc.json` that CloudBase and the emulator read. */
export const functionsDir = path.join(root, 'dist/cloudfunctions');

/** Bundles every function of the deploy map, SDK included, and answers each bundle's size in bytes. */
export async function buildFunctions(): Promise<Record<string, number>> {
  await rm(functionsDir, { recursive: true, force: true });
  const names = Object.keys(deployments);
  await build({
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, path.join(root, 'cloudfunctions', name, 'index.ts')]),
    ),
    outdir: functionsDir,
    bundle: true,
    minify: true,
    keepNames: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Kept apart from the upload, for reading stack traces.
    sourcemap: 'external',
    logLevel: 'warning',
  });
  await Promise.all(names.map(writePackage));
  await writeFile(path.join(functionsDir, 'cloudbaserc.json'), JSON.stringify(cloudbaserc(), null, 2));
  const sizes = await Promise.all(
    names.map(async (name) => [name, (await stat(path.join(functionsDir, name, 'index.js'))).size] as const),
  );
  return Object.fromEntries(sizes);
}

async function writePackage(name: string): Promise<void> {
  await mkdir(path.join(functionsDir, name), { recursive: true });
  await writeFile(
    path.join(functionsDir, name, 'package.json'),
    JSON.stringify({ name, version: '1.0.0', main: 'index.js' }),
  );
}

const cloudbaserc = () => ({
  version: '2.0',
  envId: '{{env.MEIDIAN_ENV_ID}}',
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
