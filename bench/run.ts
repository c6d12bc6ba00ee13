import { availableParallelism, loadavg } from 'node:os';
import { benchContention } from './contention';
import { benchCrm } from './crm';
import { benchEmulator } from './emulator';
import { benchFeed } from './feed';
import { benchNearby } from './nearby';
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
};

/** `npm run bench [-- shop|contention|emulator|nearby|feed|traffic|crm] [--full]`: one suite, or all; `--full` takes its largest data. */
async function bench(args: readonly string[]): Promise<void> {
  const full = args.includes('--full');
  const named = args.filter((arg) => arg !== '--full');
  const unknown = named.find((name) => !(name in suites));
  if (unknown !== undefined)
    throw new Error(`There is no bench ${unknown}, only ${Object.keys(suites).join(' and ')}.`);
  console.log(`${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} before`);
  for (const [name, run] of Object.entries(suites)) if (named.length === 0 || named.includes(name)) await run(full);
}

bench(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
