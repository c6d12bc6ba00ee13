import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { EmulatorClient } from './EmulatorClient';

/** What a command of the emulator ended with: its exit code (null when killed) and everything it printed. */
export interface Ended {
  code: number | null;
  said: string;
}

/** For tests: `npm run emulator` in a process of its own, to be killed. */
export class EmulatorProcess {
  readonly client: EmulatorClient;

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    this.client = new EmulatorClient(url);
  }

  /** Runs the emulator's command line to its end, or until `kill` is aborted: then by SIGKILL. */
  static async run(args: readonly string[], kill?: AbortSignal): Promise<Ended> {
    const child = spawnEmulator(args, '');
    kill?.addEventListener('abort', () => child.kill('SIGKILL'));
    return ended(child);
  }

  /**
   * Starts an emulator; resolves when it listens, rejects with what it said when it ends instead. `before` is a line of
   * shell that sets limits for its own process, `$$`.
   */
  static async start(args: readonly string[], before = ''): Promise<EmulatorProcess> {
    const child = spawnEmulator(args, before);
    const listens = new Promise<string>((resolve) => {
      child.stdout?.on('data', (chunk) => {
        const [url] = /http:\S+/.exec(String(chunk)) ?? [];
        if (url !== undefined) resolve(url);
      });
    });
    const failed = ended(child).then(({ said }) => Promise.reject(new Error(said)));
    // After the start its end is no failure.
    failed.catch(() => undefined);
    return new EmulatorProcess(child, await Promise.race([listens, failed]));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Sends a signal and answers how the process ended. */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<[number | null, NodeJS.Signals | null]> {
    const { exitCode, signalCode } = this.child;
    if (exitCode !== null || signalCode !== null) return [exitCode, signalCode];
    const exit = once(this.child, 'exit');
    this.child.kill(signal);
    return (await exit) as [number | null, NodeJS.Signals | null];
  }
}

// exec leaves the shell's process to the emulator, limits and all.
function spawnEmulator(args: readonly string[], before: string): ChildProcess {
  const tsx = pathToFileURL(require.resolve('tsx')).href;
  const node = [process.execPath, '--import', tsx, path.join(__dirname, 'cli.ts'), ...args];
  return spawn('sh', ['-c', `${before}\nexec "$@"`, 'sh', ...node], { stdio: ['ignore', 'pipe', 'pipe'] });
}

async function ended(child: ChildProcess): Promise<Ended> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk;
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: said.trim() };
}
