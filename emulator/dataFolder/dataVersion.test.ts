import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Libsql from 'libsql';
import { startEmulator } from '../Emulator';
import { EmulatorClient } from '../EmulatorClient';
import { currentVersion } from './dataVersion';

const collections = { collections: { teas: { indexes: [{ name: 'price', fields: { price: 1 as const } }] } } };
let dataDir: string;

beforeEach(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'data-version-'));
  const emulator = await startEmulator({ port: 0, dataDir, collections });
  await new EmulatorClient(emulator.url).insert('teas', ...[1, 2, 3].map((price) => ({ _id: `tea-${price}`, price })));
  await emulator.stop();
});

afterEach(() => rmSync(dataDir, { recursive: true }));

test('a folder tells its version and is opened again by the same one', async () => {
  expect(stored()).toEqual({ version: currentVersion });
  expect(await dearTeas()).toBe(2);
});

test('a folder of version 1 is migrated: its indexes are built anew from the documents', async () => {
  rmSync(path.join(dataDir, 'emulator.json'));
  const file = new Libsql(path.join(dataDir, 'database.sqlite'));
  file.exec('pragma user_version = 1; delete from index_1');
  file.close();
  expect(await dearTeas()).toBe(2);
  expect(stored()).toEqual({ version: currentVersion });
});

test('a folder of a newer emulator is refused, naming both versions, and left as it is', async () => {
  writeFileSync(path.join(dataDir, 'emulator.json'), JSON.stringify({ version: 99 }));
  const before = contents();
  await expect(startEmulator({ port: 0, dataDir, collections })).rejects.toThrow(
    `its version is 99, this emulator knows up to ${currentVersion}`,
  );
  expect(contents()).toEqual(before);
});

const stored = (): unknown => JSON.parse(readFileSync(path.join(dataDir, 'emulator.json'), 'utf8'));

const contents = (): string[][] =>
  readdirSync(dataDir).map((name) => [name, readFileSync(path.join(dataDir, name)).toString('base64')]);

/** How many teas the index finds from price 2 up. */
async function dearTeas(): Promise<number> {
  const emulator = await startEmulator({ port: 0, dataDir, collections });
  const found = await new EmulatorClient(emulator.url).find('teas', { price: { $gte: 2 } });
  await emulator.stop();
  return found.length;
}
