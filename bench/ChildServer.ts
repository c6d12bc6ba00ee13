import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { paths } from '../scripts/paths';

/** A server of the project in a process of its own, so that what measures it does not share its heap and its thread. */
export class ChildServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  /** Starts a program of the project, which prints its URL first. */
  static async start(program: string, ...args: readonly string[]): Promise<ChildServer> {
    const tsx = pathToFileURL(require.resolve('tsx')).href;
    const child = spawn(process.execPath, ['--import', tsx, path.join(paths.root, program), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${program} ended instead of listening.`)));
    const [line] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer];
    // After the start its end is no failure.
    ended.catch(() => undefined);
    return new ChildServer(child, /http:\S+/.exec(line.toString())?.[0] ?? '');
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}
