import path from 'node:path';
import { paths } from '../scripts/paths';
import { runTool } from '../scripts/runTool';

test('each typed rule finds its planted violation, and nothing else', async () => {
  expect(await problemsIn(path.join(paths.root, 'test/fixtures/violations'))).toEqual([
    '@typescript-eslint/await-thenable: cloudfunctions/order/awaitsNothing.ts',
    '@typescript-eslint/no-floating-promises: cloudfunctions/order/forgetsAwait.ts',
    '@typescript-eslint/no-misused-promises: cloudfunctions/order/handsOverPromises.ts',
    '@typescript-eslint/switch-exhaustiveness-check: cloudfunctions/order/forgetsStatus.ts',
    'no-restricted-syntax: cloudfunctions/order/readsClock.ts',
    'no-restricted-syntax: shared/order/drawsLots.ts',
    'no-restricted-syntax: shared/order/readsClock.ts',
  ]);
});

async function problemsIn(folder: string): Promise<string[]> {
  const config = path.join(paths.root, 'eslint.config.mjs');
  const { stdout, stderr } = await runTool(folder, 'eslint/bin/eslint.js', '--config', config, '--format', 'json', '.');
  expect(stderr).toBe('');
  const files = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string }[] }[];
  return files
    .flatMap(({ filePath, messages }) => messages.map(({ ruleId }) => `${ruleId}: ${path.relative(folder, filePath)}`))
    .sort();
}
