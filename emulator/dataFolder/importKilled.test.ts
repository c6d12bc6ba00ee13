import { createReadStream, mkdtempSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmulator } from '../Emulator';
import { EmulatorClient } from '../EmulatorClient';
import { EmulatorProcess } from '../EmulatorProcess';
import { stageSnapshot } from './importSnapshot';

let folder: string;
let dataDir: string;
let file: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'import-'));
  dataDir = path.join(folder, 'data');
  file = path.join(folder, 'new.snapshot');
  await withEmulator(async (client) => {
    await client.insert('teas', { _id: 'new' });
    writeFileSync(file, await client.exportSnapshot());
    await client.insert('teas', { _id: 'old' });
  });
});

afterEach(() => rmSync(folder, { recursive: true }));

const collections = { collections: { teas: { indexes: [] } } };
const oldTeas = ['new', 'old'];
const newTeas = ['new'];

async function withEmulator<Result>(work: (client: EmulatorClient) => Promise<Result>): Promise<Result> {
  const emulator = await startEmulator({ port: 0, dataDir, collections });
  const result = await work(new EmulatorClient(emulator.url));
  await emulator.stop();
  return result;
}

const teas = (): Promise<unknown[]> => withEmulator((client) => client.ids('teas'));

const inDataDir = (name: string): string => path.join(dataDir, name);
const rename = (from: string, to: string): void => renameSync(inDataDir(from), inDataDir(to));

/** What a kill leaves, by how far the import was. */
const killedAfter: Record<string, { steps: () => void; found: string[] }> = {
  unpacking: { steps: () => undefined, found: oldTeas },
  'unpacking a part': { steps: () => rmSync(inDataDir('import.staging/emulator.json')), found: oldTeas },
  'the decision': { steps: () => rename('import.staging', 'import.decided'), found: newTeas },
  'removing some of the old': {
    steps: () => {
      rename('import.staging', 'import.decided');
      rmSync(inDataDir('database.sqlite'));
    },
    found: newTeas,
  },
  'moving some of the new': {
    steps: () => {
      rename('import.staging', 'import.moving');
      rename('import.moving/database.sqlite', 'database.sqlite');
    },
    found: newTeas,
  },
};

test.each(
  Object.entries(killedAfter),
)('killed after %s, the next start finds the old or the new', async (_when, left) => {
  await stageSnapshot(dataDir, createReadStream(file));
  left.steps();
  expect(await teas()).toEqual(left.found);
  expect(await teas()).toEqual(left.found);
});

test.each(['import.staging', 'import.decided', 'import.moving'])('kill -9 as soon as %s is seen', async (step) => {
  const kill = new AbortController();
  const watcher = watch(dataDir, (_event, name) => {
    if (name === step) kill.abort();
  });
  await EmulatorProcess.run(['--data', dataDir, '--import', file], kill.signal);
  watcher.close();
  expect(kill.signal.aborted).toBe(true);
  expect([oldTeas, newTeas]).toContainEqual(await teas());
});

test('the command line exports and imports a folder that nobody uses, also over a damaged one', async () => {
  const out = path.join(folder, 'out.snapshot');
  const exported = ['--data', dataDir, '--export', out];
  const imported = ['--data', dataDir, '--import', out];
  await withEmulator(async () => {
    const taken = { code: 1, said: `Another emulator is already using ${dataDir}.` };
    expect(await EmulatorProcess.run(exported)).toEqual(taken);
    expect(await EmulatorProcess.run(imported)).toEqual(taken);
  });
  expect(await EmulatorProcess.run(exported)).toMatchObject({ code: 0 });
  writeFileSync(inDataDir('database.sqlite'), 'no database '.repeat(5000));
  expect(await EmulatorProcess.run(imported)).toMatchObject({ code: 0 });
  expect(await teas()).toEqual(oldTeas);

  writeFileSync(out, 'hello');
  const refused = await EmulatorProcess.run(imported);
  expect(refused).toEqual({
    code: 1,
    said: expect.stringContaining('This snapshot is refused: it is damaged, or none'),
  });
  expect(await teas()).toEqual(oldTeas);
});
