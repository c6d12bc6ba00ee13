import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What `npm run build:<target>` makes. */
type Target = 'weapp' | 'h5' | 'functions';

const root = path.resolve(__dirname, '..');

/** WeChat refuses a package over 2 MB; ours stop at 1.5, so that there is room to act. */
const packageLimit = 1.5 * 1024 * 1024;

const builders: Record<Target, () => void> = {
  weapp: () => {
    buildWithTaro('weapp', ['app.js', 'app.json', 'app.wxss', 'theme.json', 'pages/home/index.wxml']);
    reportPackages(path.join(root, 'dist/weapp'));
  },
  h5: () => buildWithTaro('h5', ['index.html', 'js', 'css']),
  functions: () => fail('build functions: not written yet'),
};

const target = process.argv[2];
if (!isTarget(target)) fail(`usage: tsx scripts/build.ts ${Object.keys(builders).join('|')}`);
builders[target]();

function isTarget(word: string | undefined): word is Target {
  return word !== undefined && Object.hasOwn(builders, word);
}

/** Runs Taro's build. An invalid config ends with exit code 0 and no output, so the artefacts are looked for, too. */
function buildWithTaro(type: 'weapp' | 'h5', artefacts: readonly string[]): void {
  const taro = path.join(root, 'node_modules/@tarojs/cli/bin/taro');
  const { status } = spawnSync(process.execPath, [taro, 'build', '--type', type], {
    cwd: path.join(root, 'miniprogram'),
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) fail(`taro build --type ${type} ended with ${status}`);

  const missing = artefacts.filter((file) => !existsSync(path.join(root, 'dist', type, file)));
  if (missing.length > 0) fail(`taro build --type ${type} left out ${missing.join(', ')}`);
}

/** Prints the size of the main package and of each subpackage, and fails when one is over the limit. */
function reportPackages(dist: string): void {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] };
  const subpackages = (app.subPackages ?? []).map(({ root: folder }) => folder);
  const sizes = new Map<string, number>([['main', 0], ...subpackages.map((name) => [name, 0] as const)]);
  for (const file of filesIn(dist)) {
    const inside = path.relative(dist, file);
    const owner = subpackages.find((name) => inside.startsWith(`${name}/`)) ?? 'main';
    sizes.set(owner, (sizes.get(owner) ?? 0) + statSync(file).size);
  }
  const kb = (bytes: number) => `${(bytes / 1024).toFixed(0)} KB`;
  console.table(
    [...sizes].map(([name, size]) => ({
      package: name,
      size: kb(size),
      limit: kb(packageLimit),
      used: `${((100 * size) / packageLimit).toFixed(0)} %`,
    })),
  );
  const over = [...sizes].filter(([, size]) => size > packageLimit).map(([name]) => name);
  if (over.length > 0) fail(`over the limit of ${kb(packageLimit)}: ${over.join(', ')}`);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? filesIn(full) : [full];
  });
}

function fail(reason: string): never {
  console.error(reason);
  process.exit(1);
}
