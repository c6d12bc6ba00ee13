import path from 'node:path';
import { paths } from '../scripts/paths';
import { runTool } from '../scripts/runTool';

/** Each rule, and the files planted to break it. Whatever else stands in the folder breaks none. */
const planted: Record<string, readonly string[]> = {
  'shared-stands-alone': ['shared/order/readsDatabase.ts'],
  'only-contracts-parse': ['shared/order/rulesThatParse.ts'],
  'client-is-no-server': ['miniprogram/src/features/order/readsDatabase.ts'],
  'client-takes-types-of-contracts': ['miniprogram/src/features/order/parses.ts'],
  'features-know-no-page': ['miniprogram/src/features/order/knowsPage.ts'],
  'features-do-not-meet': ['miniprogram/src/features/order/knowsShop.ts'],
  'ui-knows-no-domain': ['miniprogram/src/ui/knowsOrders.ts'],
  'platform-knows-no-screen': ['miniprogram/src/platform/drawsButtons.ts'],
  'platform-knows-no-domain': ['miniprogram/src/platform/knowsStatus.ts'],
  'only-platform-touches-taro': ['miniprogram/src/pages/home/touchesTaro.ts'],
  'functions-are-no-client': ['cloudfunctions/order/testsItself.ts'],
  'domains-meet-in-public': ['cloudfunctions/order/reachesInside.ts', 'cloudfunctions/timers/index.ts'],
  'runtime-knows-no-domain': ['cloudfunctions/_runtime/knowsShop.ts'],
  'emulator-stands-alone': ['emulator/knowsMoney.ts'],
  'no-cycles': ['shared/kernel/egg.ts'],
};

const fixtures = path.join(paths.root, 'test/fixtures/violations');

test('each rule finds its planted violation, and nothing else', async () => {
  const { rules, violations } = await cruise(fixtures);
  expect(rules).toEqual(Object.keys(planted).sort());
  const expected = Object.entries(planted).flatMap(([rule, files]) => files.map((file) => `${rule}: ${file}`));
  expect(violations).toEqual(expected.sort());
});

test('our own tree keeps to the arrows', async () => {
  expect((await cruise(paths.root)).violations).toEqual([]);
});

interface Cruise {
  summary: {
    ruleSetUsed: { forbidden: { name: string }[] };
    violations: { from: string; rule: { name: string } }[];
  };
}

async function cruise(folder: string): Promise<{ rules: string[]; violations: string[] }> {
  const args = ['--config', path.join(paths.root, '.dependency-cruiser.cjs'), '--output-type', 'json', '.'];
  const { stdout, stderr } = await runTool(folder, 'dependency-cruiser/bin/dependency-cruise.mjs', ...args);
  expect(stderr).toBe('');
  const { summary } = JSON.parse(stdout) as Cruise;
  return {
    rules: summary.ruleSetUsed.forbidden.map(({ name }) => name).sort(),
    violations: summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`).sort(),
  };
}
