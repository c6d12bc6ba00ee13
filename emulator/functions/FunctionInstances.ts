import { cpus } from 'node:os';
import { CloudBaseError } from '../CloudBaseError';
import { FunctionProcess, type ProcessOptions } from './FunctionProcess';
import { folderVersion } from './folderVersion';

const most = Math.max(2, cpus().length * 2);

interface Instance {
  process: FunctionProcess;
  version: string;
  busy: boolean;
}

/**
 * The processes of one function: as many as are needed at once, at most two per core (further events wait). A process
 * that died, or whose files have changed on disk, is replaced by the next event.
 */
export class FunctionInstances {
  readonly #instances: Instance[] = [];
  readonly #queue: (() => void)[] = [];
  #stopped = false;

  constructor(private readonly options: ProcessOptions) {}

  /** Runs `use` with a process that does nothing else meanwhile. Rejects when a process cannot be started. */
  async withProcess<Result>(use: (process: FunctionProcess) => Promise<Result>): Promise<Result> {
    const instance = await this.#take();
    try {
      return await use(instance.process);
    } finally {
      this.#release(instance);
    }
  }

  /** Ids of the processes that are running. */
  pids(): number[] {
    return this.#instances.flatMap(({ process }) => (process.alive && process.pid ? [process.pid] : []));
  }

  /** Kills every process and waits until they are gone. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const wake of this.#queue.splice(0)) wake();
    await Promise.all(this.#instances.map(({ process }) => process.stop()));
  }

  async #take(): Promise<Instance> {
    for (;;) {
      if (this.#stopped) throw new CloudBaseError('SYS_ERR', 'The emulator is stopping.');
      this.#dropOutdated();
      const idle = this.#instances.find(({ busy }) => !busy);
      if (idle) {
        idle.busy = true;
        return idle;
      }
      if (this.#instances.length < most) return this.#start();
      await new Promise<void>((resolve) => this.#queue.push(resolve));
    }
  }

  async #start(): Promise<Instance> {
    const instance = {
      process: new FunctionProcess(this.options),
      version: folderVersion(this.options.config.directory),
      busy: true,
    };
    this.#instances.push(instance);
    try {
      await instance.process.loaded;
      return instance;
    } catch (error) {
      this.#release(instance);
      await instance.process.stop();
      throw error;
    }
  }

  #release(instance: Instance): void {
    instance.busy = false;
    this.#queue.shift()?.();
  }

  #dropOutdated(): void {
    const version = folderVersion(this.options.config.directory);
    for (const instance of this.#instances.filter(({ busy }) => !busy)) {
      if (instance.process.alive && instance.version === version) continue;
      this.#instances.splice(this.#instances.indexOf(instance), 1);
      void instance.process.stop();
    }
  }
}
