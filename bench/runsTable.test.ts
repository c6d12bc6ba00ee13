import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { KeptRuns } from './KeptRuns';
import { runsTable } from './runsTable';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'meidian-runs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const runAt = (day: number, value: number) => ({
  at: `2026-11-0${day}T12:00:00Z`,
  machine: '2 cores, load 0.1',
  figures: [
    { name: 'order.placeOrder, 8 callers', value, unit: 'per s' as const, times: 0.1, of: 'a bare transaction' },
  ],
});

test('a run is kept beside the one before, and the table shows both', () => {
  const runs = new KeptRuns(folder);
  expect(runsTable(runs)).toContain('No benchmark has run here yet');
  runs.keep('shop', runAt(1, 200));
  runs.keep('shop', runAt(2, 250));
  runs.keep('feed', runAt(3, 90));
  const table = runsTable(new KeptRuns(folder));
  expect(table).toMatch(
    /shop · 2026-11-02.*\n.*placeOrder.* 250 per s +1\/10\.0 of a bare transaction +200 per s +1\.25×/,
  );
  expect(table).toMatch(/feed · 2026-11-03.*\n.*90 per s/);
});
