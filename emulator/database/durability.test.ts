import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Libsql from 'libsql';
import { openDatabase } from './Database';
import { wire } from './testDatabase';

const rounds = 5;
const dataDir = mkdtempSync(join(tmpdir(), 'meidian-durability-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

/** Runs the writer until it has acknowledged enough, kills it in mid-work, and returns what it acknowledged. */
async function killedWriter(round: number): Promise<string[]> {
  const args = ['--import', 'tsx', join(__dirname, 'durabilityWriter.ts'), dataDir, String(round)];
  const writer: ChildProcess = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (!writer.stdout) throw new Error('the writer has no output');
  const acknowledged: string[] = [];
  const lines = createInterface({ input: writer.stdout });
  lines.on('line', (id) => {
    acknowledged.push(id);
    if (acknowledged.length === 200 + round * 37) writer.kill('SIGKILL');
  });
  const [[, signal]] = await Promise.all([once(writer, 'exit'), once(lines, 'close')]);
  expect(signal).toBe('SIGKILL');
  return acknowledged;
}

test('nothing acknowledged is missing after kill -9, and file and indexes are sound', async () => {
  const all: string[] = [];
  for (let round = 0; round < rounds; round++) {
    all.push(...(await killedWriter(round)));
    const declarations = { collections: { writes: { indexes: [{ name: 'n', fields: { n: 1 as const } }] } } };
    const database = openDatabase({ dataDir, collections: declarations, now: Date.now });
    const count = async (query: Record<string, unknown>) =>
      (await database.handle('database.calculateDocument', { collectionName: 'writes', query: wire(query) })).data;
    for (const id of all) expect([id, await count({ _id: id })]).toEqual([id, { total: 1 }]);
    // Read through the index: it has an entry for each document, and no other.
    expect(await count({ n: { $gte: 0 } })).toEqual(await count({}));
    database.close();
    const file = new Libsql(join(dataDir, 'database.sqlite'));
    expect(file.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
    file.close();
  }
  expect(all.length).toBeGreaterThanOrEqual(rounds * 200);
});
