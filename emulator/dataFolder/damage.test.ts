import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmulator } from '../Emulator';
import { EmulatorClient } from '../EmulatorClient';
import { EmulatorProcess } from '../EmulatorProcess';
import { DamagedFile } from './DamagedFile';

const collections = { collections: { teas: { indexes: [] } } };
let folder: string;
let dataDir: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'damage-'));
  dataDir = path.join(folder, 'data');
  const emulator = await startEmulator({ port: 0, dataDir, collections });
  const client = new EmulatorClient(emulator.url);
  await client.post('/_emulator/clock', { advanceMs: 1000 });
  const leaf = 'x'.repeat(400);
  await client.insert('teas', ...Array.from({ length: 1000 }, (_, n) => ({ _id: `tea-${n}`, leaf })));
  await emulator.stop();
});

afterEach(() => rmSync(folder, { recursive: true }));

function overwriteFromSecondPage(file: string): void {
  const bytes = readFileSync(file);
  writeFileSync(file, bytes.fill(0x5a, 4096, 5 * 4096));
}

test.each([
  ['overwritten', 'database.sqlite', (file: string) => writeFileSync(file, 'no database '.repeat(5000))],
  ['cut in half', 'database.sqlite', (file: string) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ['overwritten from its second page', 'database.sqlite', overwriteFromSecondPage],
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
  const client = new EmulatorClient(emulator.url);
  await expect(client.find('teas', { leaf: 'y' })).rejects.toThrow('DATA_DAMAGED: ');
  expect(await client.ids('teas', { _id: 'tea-0' })).toEqual(['tea-0']);
  await emulator.stop();
});
