import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from '../support/connect';
import { doorsOf, type Storefront } from '../support/Storefront';
import { plantWorld } from '../support/world/plantWorld';

/** A storefront in a process of its own, which can be killed and comes back on the same port with the same data. */
export interface MortalStorefront extends Storefront {
  /** kill -9 of the emulator; resolves when another one answers in its place. */
  killEmulator(): Promise<void>;
  /** kill -9 of every function process. */
  killFunctions(): Promise<void>;
  /** Process ids, the emulator's and those of all functions. */
  processes(): Promise<{ emulator: number; functions: number[] }>;
}

/** Starts one with the demo world in it. */
export async function openMortalStorefront(): Promise<MortalStorefront> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'meidian-soak-'));
  let server = await serve(dataDir, 0);
  const { url, port } = server;
  const cloudbase = await connect(url);
  await plantWorld(cloudbase, Date.now());
  const functionPids = async () =>
    Object.values((await (await fetch(`${url}/_emulator/processes`)).json()) as Record<string, number[]>).flat();
  const stop = async () => {
    server.child.disconnect();
    await once(server.child, 'exit');
  };
  return {
    emulator: { url, port, stop },
    cloudbase,
    dataDir,
    ...doorsOf(url),
    killEmulator: async () => {
      server.child.kill('SIGKILL');
      await once(server.child, 'exit');
      server = await serve(dataDir, port);
    },
    killFunctions: async () => {
      for (const pid of await functionPids()) process.kill(pid, 'SIGKILL');
    },
    processes: async () => ({ emulator: server.child.pid ?? 0, functions: await functionPids() }),
    close: async () => {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function serve(dataDir: string, port: number): Promise<{ child: ChildProcess; url: string; port: number }> {
  const program = path.join(__dirname, '../support/serveStorefront.ts');
  const child = fork(program, [dataDir, String(port)], { execArgv: ['--import', 'tsx'] });
  const [started] = (await once(child, 'message')) as [{ url: string; port: number }];
  return { child, ...started };
}
