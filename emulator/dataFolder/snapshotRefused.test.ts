import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { IndexDeclaration } from '../database/declarations';
import { startEmulator } from '../Emulator';
import { EmulatorClient } from '../EmulatorClient';

let folder: string;
let client: EmulatorClient;
const stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'snapshot-refused-'));
  client = await start('first');
  await client.insert('teas', { _id: 'one', code: 1 }, { _id: 'two', code: 1 });
});

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  rmSync(folder, { recursive: true });
});

async function start(name: string, indexes: readonly IndexDeclaration[] = []): Promise<EmulatorClient> {
  const collections = { collections: { teas: { indexes } } };
  const emulator = await startEmulator({ port: 0, dataDir: path.join(folder, name), collections });
  stops.push(emulator.stop);
  return new EmulatorClient(emulator.url);
}

const repacked = (change: (plain: Buffer) => Buffer) => (snapshot: Buffer) => gzipSync(change(gunzipSync(snapshot)));

const flipped = (bytes: Buffer, at: number): Buffer => {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
};

const replaced = (from: string, to: string) =>
  repacked((plain) => Buffer.from(plain.toString('latin1').replace(from, to), 'latin1'));

const outside = '{"emulatorSnapshot":1}\n{"path":"../outside.txt","size":1}\nx';

test.each<[string, (snapshot: Buffer) => Buffer]>([
  ['nothing', () => Buffer.alloc(0)],
  ['a picture', () => Buffer.from('89504e470d0a1a0a', 'hex')],
  ['something else in gzip', () => gzipSync('hello\n'.repeat(100_000))],
  ['a line that never ends', () => gzipSync('x'.repeat(1_000_000))],
  ['a beginning', () => gzipSync('{"emulatorSnapshot":1}\n')],
  ['a path that leaves the folder', () => gzipSync(outside)],
  ['a snapshot cut in half', (snapshot) => snapshot.subarray(0, snapshot.length / 2)],
  ['a snapshot without its last byte', (snapshot) => snapshot.subarray(0, -1)],
  ['a snapshot without its last line', repacked((plain) => plain.subarray(0, plain.lastIndexOf('\n', -2) + 1))],
  ['one other bit in the packed file', (snapshot) => flipped(snapshot, 999)],
  ['one other bit in the content', repacked((plain) => flipped(plain, plain.length >> 1))],
  ['a snapshot of a newer format', replaced('{"emulatorSnapshot":1}', '{"emulatorSnapshot":2}')],
])('%s is refused whole', async (_what, damage) => {
  const snapshot = await client.exportSnapshot();
  await client.insert('teas', { _id: 'later' });
  const refused = await client.importSnapshot(damage(snapshot));
  expect(refused).toMatchObject({ status: 400, body: { code: 'SNAPSHOT_REFUSED' } });
  expect(await client.ids('teas')).toEqual(['one', 'two', 'later']);
  expect(existsSync(path.join(folder, 'first', 'outside.txt'))).toBe(false);
  expect(await client.importSnapshot(snapshot)).toMatchObject({ status: 200 });
  expect(await client.ids('teas')).toEqual(['one', 'two']);
});

test('the snapshot of a newer emulator is refused, naming its version', async () => {
  // The running emulator plays a newer one.
  writeFileSync(path.join(folder, 'first', 'emulator.json'), '{"version":99}');
  const second = await start('second');
  const refused = await second.importSnapshot(await client.exportSnapshot());
  expect(refused).toMatchObject({ status: 400, body: { message: expect.stringContaining('its version is 99') } });
});

test('documents that break a unique index declared here are refused', async () => {
  const second = await start('second', [{ name: 'code', fields: { code: 1 }, unique: true }]);
  await second.insert('teas', { _id: 'mine', code: 1 });
  const refused = await second.importSnapshot(await client.exportSnapshot());
  expect(refused).toMatchObject({ status: 400, body: { message: expect.stringContaining('E11000') } });
  expect(await second.ids('teas')).toEqual(['mine']);
});
