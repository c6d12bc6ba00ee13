import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { paths } from '../scripts/paths';
import { benchContention } from './contention';
import { benchCost } from './cost';
import { benchCrm } from './crm';
import { benchEmulator } from './emulator';
import { benchFeed } from './feed';
import { takeFigures } from './figures';
import { KeptRuns } from './KeptRuns';
import { benchNearby } from './nearby';
import { runsTable } from './runsTable';
import { benchShards } from './shards';
import { benchShop } from './shop';
import { benchTraffic } from './traffic';

const suites: Record<string, (full: boolean) => Promise<void>> = {
  shop: benchShop,
  contention: benchContention,
  emulator: benchEmulator,
  nearby: benchNearby,
  feed: benchFeed,
  traffic: benchTraffic,
  crm: benchCrm,
  cost: benchCost,
  shards: benchShards,
};

/**
 * `npm run bench` prints one table of all benchmarks, from what their runs have left. `npm run bench -- shop` runs one (or
 * some, or `all`) and prints the table then; `--full` takes its largest data. Figures are kept in `bench/results`, those of the run before
 * in `bench/last.json`.
 */
async function bench(args: readonly string[]): Promise<void> {
  const full = args.includes('--full');
  const named = args.filter((arg) => arg !== '--full');
  const unknown = named.find((name) => name !== 'all' && !(name in suites));
  if (unknown !== undefined)
    throw new Error(`There is no bench ${unknown}, only ${Object.keys(suites).join(', ')} and all.`);
  const runs = new KeptRuns(path.join(paths.root, 'bench'));
  const machine = `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} before`;
  for (const [name, run] of Object.entries(suites)) {
    if (!named.includes(name) && !named.includes('all')) continue;
    console.log(`\n${name}: ${machine}`);
    await run(full);
    runs.keep(name, { at: new Date().toISOString(), machine, figures: takeFigures() });
  }
  console.log(`\n${runsTable(runs)}`);
}

bench(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
