import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { wire } from '../database/testDatabase';
import { startEmulator } from '../Emulator';
import { EmulatorProcess } from '../EmulatorProcess';
import { DamagedFile } from './DamagedFile';

const collections = { collections: { teas: { indexes: [] } } };
let folder: string;
let dataDir: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'damage-'));
  dataDir = path.join(folder, 'data');
  const emulator = await startEmulator({ port: 0, dataDir, collections });
  await fetch(`${emulator.url}/_emulator/clock`, { method: 'POST', body: '{"advanceMs":1000}' });
  for (let batch = 0; batch < 4; batch++) {
    const data = Array.from({ length: 250 }, (_, n) => wire({ _id: `tea-${batch}-${n}`, leaf: 'x'.repeat(400) }));
    const insert = { action: 'database.insertDocument', collectionName: 'teas', data };
    await fetch(`${emulator.url}/admin`, { method: 'POST', body: JSON.stringify(insert) });
  }
  await emulator.stop();
});

afterEach(() => rmSync(folder, { recursive: true }));

test.each([
  ['overwritten', 'database.sqlite', (file: string) => writeFileSync(file, 'no database '.repeat(5000))],
  ['cut in half', 'database.sqlite', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ['emptied', 'database.sqlite', (file: string) => truncateSync(file, 0)],
  ['overwritten', 'wechatpay.sqlite', (file: string) => writeFileSync(file, 'no database '.repeat(5000))],
  ['cut off', 'merchant.json', (file: string) => truncateSync(file, 20)],
  ['of another shape', 'clock.json', (file: string) => writeFileSync(file, '{"offsetMs":"soon"}')],
  ['no JSON', 'emulator.json', (file: string) => writeFileSync(file, '\0\0\0\0')],
])('does not start when a file is %s: %s', async (_how, name, damage) => {
  const file = path.join(dataDir, name);
  damage(file);
  const before = readFileSync(file);
  const refusal = startEmulator({ port: 0, dataDir, collections });
  await expect(refusal).rejects.toThrow(DamagedFile);
  await expect(refusal).rejects.toThrow(`${file} is damaged`);
  expect(readFileSync(file).equals(before)).toBe(true);
});

test('the command line names the file and the ways out, and ends with code 1', async () => {
  writeFileSync(path.join(dataDir, 'database.sqlite'), 'no database '.repeat(5000));
  const { code, said } = await EmulatorProcess.run(['--port', '0', '--data', dataDir]);
  expect(code).toBe(1);
  expect(said).toContain(`${path.join(dataDir, 'database.sqlite')} is damaged: file is not a database.`);
  expect(said).toContain(`--data ${dataDir} --import SNAPSHOT`);
  expect(said).toContain('--data ANOTHER');
  expect(said).toContain(`mv ${dataDir} ${dataDir}.damaged`);
});

test('damage in the middle: --check finds it; a request that meets it is answered, others go on', async () => {
  expect(await EmulatorProcess.run(['--data', dataDir, '--check'])).toEqual({ code: 0, said: `${dataDir} is sound.` });
  const file = path.join(dataDir, 'database.sqlite');
  const bytes = readFileSync(file);
  bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 16 * 4096);
  writeFileSync(file, bytes);
  const { code, said } = await EmulatorProcess.run(['--data', dataDir, '--check']);
  expect(code).toBe(1);
  expect(said).toContain(`${file} is damaged`);

  const emulator = await startEmulator({ port: 0, dataDir, collections });
  const find = async (query: object) => {
    const body = JSON.stringify({ action: 'database.getDocument', collectionName: 'teas', query: wire({ ...query }) });
    return (await fetch(`${emulator.url}/admin`, { method: 'POST', body })).json();
  };
  expect(await find({ leaf: 'y' })).toMatchObject({ code: 'DATA_DAMAGED', message: expect.any(String) });
  expect(await find({ _id: 'tea-0-0' })).toMatchObject({ data: { list: [expect.any(String)] } });
  await emulator.stop();
});
