import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What a command of the emulator ended with: its exit code and everything it printed. */
export interface Ended {
  code: number | null;
  said: string;
}

/** Answer of an action, or of a failed one. */
export type ActionAnswer = Record<string, unknown> & { code?: string; message?: string };

/** For tests: `npm run emulator` in a process of its own, to be killed. */
export class EmulatorProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Runs the emulator's command line to its end. `before` is shell that runs first, such as `ulimit`. */
  static async run(args: readonly string[], before = ''): Promise<Ended> {
    const child = spawnEmulator(args, before);
    return ended(child);
  }

  /** Starts an emulator; resolves when it listens, rejects with what it said when it ends instead. */
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

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Posts one action, as the SDK does. */
  async action(action: string, params: object): Promise<ActionAnswer> {
    const body = JSON.stringify({ action, ...params });
    const answer = await fetch(`${this.url}/admin`, { method: 'POST', body });
    return (await answer.json()) as ActionAnswer;
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

// The shell only sets limits: exec leaves its process to the emulator.
function spawnEmulator(args: readonly string[], before: string): ChildProcess {
  const tsx = pathToFileURL(require.resolve('tsx')).href;
  const node = [process.execPath, '--import', tsx, path.join(__dirname, 'cli.ts'), ...args];
  const script = `${before}\nexec "$@"`;
  return spawn('sh', ['-c', script, 'sh', ...node], { stdio: ['ignore', 'pipe', 'pipe'] });
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
