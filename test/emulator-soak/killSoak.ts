import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EmulatorProcess } from '../../emulator/EmulatorProcess';
import { connect } from '../support/connect';
import { until } from '../support/until';
import { Bank } from './Bank';
import { seedDocuments } from './seedDocuments';

/** How hard to soak. */
export interface SoakOptions {
  kills: number;
  /** SIGKILL, or SIGTERM and SIGINT, on which nothing may be lost either and the exit code is 0. */
  signal: NodeJS.Signals;
  /** Documents that lie in the folder from the start, with two indexes, so that a restart has something to open. */
  documents: number;
  /** Acknowledged writes before each kill. */
  writesBetween: number;
  onKill?(kill: number, restartMs: number): void;
}

/** What was seen. */
export interface SoakResult {
  inserts: number;
  updates: number;
  transfers: number;
  /** Transactions that the SDK gave up after its retries: that is an answer, not a loss. */
  conflicts: number;
  /** One sentence for each broken promise; empty is the goal. */
  broken: string[];
  /** From the start of the process to its first answer to the SDK, in ms, ascending; the process alone takes some. */
  restartsMs: number[];
}

/**
 * Kills an emulator again and again in a stream of plain writes and transactions made with the unmodified SDK, and after
 * each restart asks whether everything that was acknowledged is there and no money appeared or vanished.
 */
export async function killSoak(options: SoakOptions): Promise<SoakResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kill-soak-'));
  const dataDir = path.join(folder, 'data');
  const declared = path.join(folder, 'collections.json');
  await writeFile(declared, JSON.stringify(Bank.collections));
  await seedDocuments(dataDir, options.documents);
  let port = '0';
  const start = () => EmulatorProcess.start(['--port', port, '--data', dataDir, '--collections', declared]);
  let emulator = await start();
  port = new URL(emulator.url).port;
  const bank = new Bank(await connect(emulator.url));
  await bank.open();
  const restartsMs: number[] = [];
  try {
    for (let kill = 0; kill < options.kills; kill++) {
      const stream = bank.work(`round-${kill}`);
      const goal = bank.acknowledged + options.writesBetween;
      await until(() => bank.acknowledged >= goal, 60_000);
      await endWith(emulator, options.signal);
      await stream.stop();

      const began = performance.now();
      emulator = await start();
      await bank.ask();
      restartsMs.push(performance.now() - began);
      await bank.audit();
      options.onKill?.(kill, restartsMs.at(-1) ?? 0);
    }
  } finally {
    await emulator.end();
    await rm(folder, { recursive: true });
  }
  return { ...bank.books(), restartsMs: restartsMs.sort((a, b) => a - b) };
}

async function endWith(emulator: EmulatorProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = await emulator.end(signal);
  const expected = signal === 'SIGKILL' ? [null, 'SIGKILL'] : [0, null];
  if (String(ended) !== String(expected)) throw new Error(`The emulator ended with ${ended} on ${signal}.`);
}
