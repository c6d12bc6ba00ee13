import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { deployments } from '../cloudfunctions/deploy';
import { paths } from './paths';

/**
 * Bundles every function of the deploy map, SDK included, into a folder each, with the `cloudbaserc.json` that
 * CloudBase and the emulator read. Answers the source files of each, relative to the repository.
 */
export async function buildFunctions(folder: string = paths.functions): Promise<Map<string, string[]>> {
  await rm(folder, { recursive: true, force: true });
  const names = Object.keys(deployments);
  const { metafile } = await build({
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, path.join(paths.root, 'cloudfunctions', name, 'index.ts')]),
    ),
    outdir: folder,
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
    metafile: true,
    absWorkingDir: paths.root,
    logLevel: 'warning',
  });
  await Promise.all(names.map((name) => writePackage(folder, name)));
  await writeFile(path.join(folder, 'cloudbaserc.json'), JSON.stringify(cloudbaserc(), null, 2));
  return new Map(
    names.map((name) => {
      const inputs = Object.entries(metafile.outputs[outputOf(folder, name)]?.inputs ?? {});
      return [name, inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file)];
    }),
  );
}

const outputOf = (folder: string, name: string): string =>
  path.relative(paths.root, path.join(folder, name, 'index.js')).replaceAll(path.sep, '/');

async function writePackage(folder: string, name: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(
    path.join(folder, name, 'package.json'),
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
