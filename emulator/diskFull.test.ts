import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmulator } from './Emulator';
import { EmulatorProcess } from './EmulatorProcess';

let folder: string;
let args: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'disk-full-'));
  writeFileSync(path.join(folder, 'teas.json'), '{"collections":{"teas":{"indexes":[]}}}');
  args = ['--port', '0', '--data', path.join(folder, 'data'), '--collections', path.join(folder, 'teas.json')];
});

afterEach(() => rmSync(folder, { recursive: true }));

/** Linux: no file of the process can grow beyond this, as when its disk is full. The shell runs it on itself. */
const limitFiles = (bytes: number | 'unlimited', pid: number | '$$'): string[] => [
  'prlimit',
  `--fsize=${bytes}:unlimited`,
  '--pid',
  String(pid),
];

test('no room: writes are refused by name, reads go on, and writes too once there is room; nothing told is lost', async () => {
  const limited = await EmulatorProcess.start(args, limitFiles(3_000_000, '$$').join(' '));
  const told: string[] = [];
  const refused: string[] = [];
  while (refused.length < 3) {
    const _id = `tea-${told.length}-${refused.length}`;
    const answer = await insert(limited, _id);
    if (answer.code === undefined) told.push(_id);
    else refused.push(_id);
    if (answer.code !== undefined) expect(answer.code).toMatch(/^DISK_(FULL|FAILED)$/);
  }
  expect(told.length).toBeGreaterThan(5);
  expect(await limited.client.ids('teas')).toEqual(told);
  expect(await limited.client.upload('leaf.bin', Buffer.alloc(4_000_000))).toEqual({ status: 507, code: 'DISK_FULL' });
  expect(await limited.client.upload('leaf.bin', Buffer.alloc(1_000))).toEqual({ status: 200 });

  execFileSync('sh', ['-c', limitFiles('unlimited', limited.pid).join(' ')]);
  expect(await insert(limited, 'after')).not.toHaveProperty('code');
  expect(await limited.client.upload('leaf.bin', Buffer.alloc(4_000_000))).toEqual({ status: 200 });
  expect(await limited.end('SIGKILL')).toEqual([null, 'SIGKILL']);

  const again = await EmulatorProcess.start(args);
  expect(await again.client.ids('teas')).toEqual([...told, 'after']);
  expect(await again.end()).toEqual([0, null]);
});

test('a folder that cannot be written is refused with a sentence', async () => {
  const dataDir = path.join(folder, 'teas.json', 'data');
  await expect(startEmulator({ port: 0, dataDir })).rejects.toThrow(`The data folder ${dataDir} cannot be written`);
});

const insert = ({ client }: EmulatorProcess, _id: string) => client.insert('teas', { _id, leaf: 'x'.repeat(100_000) });
