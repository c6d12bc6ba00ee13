import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildFunctions } from './buildFunctions';
import { buildMiniprogram, isBuilt, type Target } from './buildMiniprogram';
import { paths } from './paths';
import { runTool } from './runTool';

const jest = 'jest/bin/jest.js';
const config = ['--config', path.join(paths.root, 'test/jest.config.cjs')];
const resultFile = path.join(paths.root, 'dist/test-results.json');

/** Tests that run on a build of the mini program say so by their folder or name. */
const needs: Record<Target, RegExp> = { weapp: /^test\/(engines\/|.*weapp)/, h5: /^test\/.*h5/ };

/** `npm test -- <arguments of Jest>`: builds what the chosen tests run on, runs them, ends with `N passed, N failed`. */
async function test(args: readonly string[]): Promise<void> {
  const [chosen] = await Promise.all([listTests(args), buildFunctions()]);
  for (const target of ['weapp', 'h5'] as const) {
    if (chosen.some((file) => needs[target].test(file)) && !(await isBuilt(target))) {
      console.log(`building ${target} …`);
      await buildMiniprogram(target);
    }
  }
  await rm(resultFile, { force: true });
  const code = await runJest(args);
  const { passed, failed } = await readResult();
  console.log(`${passed} passed, ${failed} failed`);
  // Jest also fails for reasons that are no test, such as a pattern that matches nothing.
  process.exitCode = code !== 0 || failed > 0 ? 1 : 0;
}

/** The test files that Jest would run, relative to the repository. */
async function listTests(args: readonly string[]): Promise<string[]> {
  const { stdout } = await runTool(paths.root, jest, ...config, '--listTests', ...args);
  return stdout.split('\n').map((file) => path.relative(paths.root, file).replaceAll(path.sep, '/'));
}

function runJest(args: readonly string[]): Promise<number> {
  const program = path.join(paths.root, 'node_modules', jest);
  const output = ['--json', `--outputFile=${resultFile}`];
  const child = spawn(process.execPath, [program, ...config, ...output, ...args], {
    cwd: paths.root,
    stdio: 'inherit',
  });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

interface JestResult {
  numPassedTests: number;
  numFailedTests: number;
  /** Files that could not be run at all; their tests are in no other count. */
  numRuntimeErrorTestSuites: number;
}

async function readResult(): Promise<{ passed: number; failed: number }> {
  const result = await readFile(resultFile, 'utf8').catch(() => undefined);
  if (result === undefined) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(result) as JestResult;
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
}

test(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
