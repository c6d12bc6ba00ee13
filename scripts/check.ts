import { availableParallelism } from 'node:os';
import { buildFunctions } from './buildFunctions';
import { buildMiniprogram, isBuilt } from './buildMiniprogram';
import { checkSizes } from './checkSizes';
import { findInducingStrings } from './findInducingStrings';
import { findSecrets } from './findSecrets';
import { paths } from './paths';
import { runTool } from './runTool';

/** Rejects with what is wrong. */
type Check = () => Promise<void>;

/** The longest first, so that two at a time end at about the same moment. */
const checks: Record<string, Check> = {
  sizes,
  'typed lint': tool('eslint/bin/eslint.js', '.'),
  types: tool('typescript/bin/tsc', '--incremental', '--tsBuildInfoFile', 'dist/.tsbuildinfo'),
  boundaries: tool('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', '.'),
  'unused code': tool('knip/bin/knip.js', '--no-config-hints'),
  'format and lint': tool('@biomejs/biome/bin/biome', 'ci', '.'),
  secrets: async () => complain(findSecrets(paths.root)),
  words: async () => complain(findInducingStrings(paths.root)),
};

/** `npm run check`: everything but the tests. One line a check; what a failing one says; exit code 1 if any failed. */
async function check(): Promise<void> {
  const began = Date.now();
  const waiting = Object.entries(checks);
  const failed: string[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (!(await passes(...next))) failed.push(next[0]);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  console.log(failed.length > 0 ? `failed: ${failed.join(', ')}` : `all checks pass (${seconds(began)} s)`);
  process.exitCode = failed.length > 0 ? 1 : 0;
}

async function passes(name: string, run: Check): Promise<boolean> {
  const began = Date.now();
  try {
    await run();
    console.log(`  ok      ${name.padEnd(16)} ${seconds(began).padStart(5)} s`);
    return true;
  } catch (error) {
    console.log(`  FAILED  ${name.padEnd(16)} ${seconds(began).padStart(5)} s`);
    console.log(error instanceof Error ? error.message : error);
    return false;
  }
}

/** Builds what goes to WeChat and measures it. */
async function sizes(): Promise<void> {
  await buildFunctions();
  if (!(await isBuilt('weapp'))) await buildMiniprogram('weapp');
  await checkSizes();
}

function tool(program: string, ...args: readonly string[]): Check {
  return async () => {
    const { code, stdout, stderr } = await runTool(paths.root, program, ...args);
    if (code !== 0) throw new Error(`${stdout}${stderr}`);
  };
}

function complain(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join('\n'));
}

const seconds = (since: number): string => ((Date.now() - since) / 1000).toFixed(1);

void check();
