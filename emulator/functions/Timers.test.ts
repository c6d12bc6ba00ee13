import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Emulator, startEmulator } from '../Emulator';
import type { CallRecord } from './CallLog';
import type { LogLine } from './FunctionLog';
import type { TimerView } from './Timers';

const day = 24 * 3600 * 1000;
const newYear = '0 0 0 1 1 * *';

let folder: string;
let emulator: Emulator | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'timers-'));
});

afterEach(async () => {
  await emulator?.stop();
  emulator = undefined;
  rmSync(folder, { recursive: true });
});

test('what fell due while the clock moved runs once, with its time and no identity; the next comes in its turn', async () => {
  await open(newYear, 'exports.main = (event) => console.log(JSON.stringify(event), process.env.TRIGGER_SRC);');
  const [before] = await timers();
  const due = new Date(before?.next ?? 0).toISOString().slice(0, 19);
  await advance(4 * 366 * day);
  expect(await runs(1)).toHaveLength(1);
  expect((await log()).map(({ line }) => line)).toEqual([
    `{"Type":"Timer","TriggerName":"chores","Time":"${due}Z","Message":""} timer`,
  ]);
  const [after] = await timers();
  expect(after).toMatchObject({ function: 'timed', name: 'chores', config: newYear, running: false });
  expect(Number(after?.next) - Number(before?.next)).toBeGreaterThan(3 * 365 * day);
  await advance(366 * day);
  expect(await runs(2)).toHaveLength(2);
});

test('a timer fires by itself, and never into its own run', async () => {
  await open(
    '* * * * * * *',
    `const fs = require('node:fs');
    exports.main = async () => {
      fs.writeFileSync('under-way', '', { flag: 'wx' });
      await new Promise((done) => setTimeout(done, 50));
      fs.rmSync('under-way');
    };`,
  );
  await runs(1);
  for (let moves = 0; moves < 20; moves++) await advance(60_000);
  const ended = await runs(3);
  expect(ended.map(({ outcome }) => outcome)).toEqual(ended.map(() => 'ok'));
});

test('a run that fails is told in the log of its function, with its request id', async () => {
  await open(newYear, 'exports.main = () => { throw new Error("no tea left"); };');
  await advance(366 * day);
  const [run] = await runs(1);
  const lines = await logged();
  expect(lines).toMatchObject([{ function: 'timed', stream: 'stderr', requestId: run?.requestId }]);
  expect(lines[0]?.line).toContain('chores: ');
  expect(lines[0]?.line).toContain('no tea left');
});

test('with timers off only the door runs them, even when one fell due meanwhile', async () => {
  const source = `exports.main = async () => {
    console.log('begun');
    while (!require('node:fs').existsSync('go')) await new Promise(setImmediate);
    return 'done';
  };`;
  await open(newYear, source, false);
  await advance(2 * 366 * day);
  const [timer] = await timers();
  expect(timer?.next).toBeGreaterThan(Date.now() + 2 * 366 * day);
  const answer = door('runTimer', { function: 'timed' });
  await logged();
  await advance(366 * day);
  writeFileSync(path.join(folder, 'fn', 'timed', 'go'), '');
  expect(await answer).toBe('done');
  expect(await calls()).toHaveLength(1);
});

test('a timer that cannot be read keeps the emulator from starting', async () => {
  await expect(open('0 * * * *', 'exports.main = () => 1;')).rejects.toThrow('must have 7 fields, not 5');
});

async function open(config: string, source: string, automatic = true): Promise<void> {
  mkdirSync(path.join(folder, 'fn', 'timed'), { recursive: true });
  writeFileSync(path.join(folder, 'fn', 'timed', 'index.js'), source);
  const timed = { name: 'timed', timeout: 20, triggers: [{ name: 'chores', type: 'timer', config }] };
  const declaration = { envId: 'test', functionRoot: 'fn', functions: [timed] };
  writeFileSync(path.join(folder, 'cloudbaserc.json'), JSON.stringify(declaration));
  const dataDir = path.join(folder, 'data');
  emulator = await startEmulator({ port: 0, dataDir, functionsDir: folder, timers: automatic });
}

/** The invocations that have ended, oldest first, once there are `count`. */
async function runs(count: number): Promise<CallRecord[]> {
  for (;;) {
    const ended = (await calls()).filter(({ outcome }) => outcome !== 'running');
    if (ended.length >= count) return ended.reverse();
  }
}

async function calls(): Promise<CallRecord[]> {
  return (await door<{ calls: CallRecord[] }>('calls')).calls;
}

async function logged(): Promise<LogLine[]> {
  for (;;) {
    const lines = await log();
    if (lines.length > 0) return lines;
  }
}

async function log(): Promise<LogLine[]> {
  return (await door<{ lines: LogLine[] }>('log')).lines;
}

async function timers(): Promise<TimerView[]> {
  return (await door<{ timers: TimerView[] }>('timers')).timers;
}

async function advance(ms: number): Promise<void> {
  await door('clock', { advanceMs: ms });
}

async function door<Answer>(what: string, body?: unknown): Promise<Answer> {
  const post = { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${emulator?.url}/_emulator/${what}`, body === undefined ? {} : post);
  return (await response.json()) as Answer;
}
