import { randomUUID } from 'node:crypto';
import type { Clock } from '../Clock';
import { CloudBaseError } from '../CloudBaseError';
import type { Cron } from './Cron';
import type { FunctionLog } from './FunctionLog';
import type { FunctionPool } from './FunctionPool';
import type { FunctionsConfig } from './readFunctionsConfig';

/** What the timers run with. */
export interface TimersOptions {
  config: FunctionsConfig;
  functions: FunctionPool;
  clock: Clock;
  log: FunctionLog;
}

/** One declared timer. `next` is ms of the emulator's clock, absent when it never comes again. */
export interface TimerView {
  function: string;
  name: string;
  config: string;
  next?: number;
  running: boolean;
}

interface Timer {
  function: string;
  name: string;
  config: string;
  cron: Cron;
  next: number | undefined;
  running: Promise<unknown> | undefined;
}

const longestTimeout = 2 ** 31 - 1;

/**
 * Runs functions on their cron, by the emulator's clock. However many times a timer fell due while the clock was moved
 * or its last run lasted, it runs once, now: what it missed is one run late, not many at once. A timer that fell due
 * while the emulator was off waits for its next time.
 */
export class Timers {
  readonly #timers: Timer[];
  #timeout: NodeJS.Timeout | undefined;
  #state: 'byHand' | 'byThemselves' | 'stopped' = 'byHand';

  constructor(private readonly options: TimersOptions) {
    const now = options.clock.now();
    this.#timers = [...options.config.functions.values()].flatMap(({ name: functionName, timers }) =>
      timers.map((timer) => ({ ...timer, function: functionName, next: timer.cron.next(now), running: undefined })),
    );
  }

  /** From now on the timers run by themselves. */
  start(): void {
    this.#state = 'byThemselves';
    this.options.clock.onMove(() => this.#wake());
    this.#wake();
  }

  /** All timers in the order of cloudbaserc.json. */
  list(): TimerView[] {
    const now = this.options.clock.now();
    return this.#timers.map(({ function: functionName, name, config, cron, next, running }) => {
      // Without `start` nothing moves `next` on.
      const coming = next !== undefined && next > now ? next : cron.next(now);
      const view = { function: functionName, name, config, running: running !== undefined };
      return coming === undefined ? view : { ...view, next: coming };
    });
  }

  /**
   * Runs a function's timer now, or when its run under way has ended, and answers the function's result. Rejects with
   * INVALID_PARAM when it has no timer, or as the function does.
   */
  async runNow(functionName: string): Promise<unknown> {
    const timer = this.#timers.find((one) => one.function === functionName);
    if (!timer) throw new CloudBaseError('INVALID_PARAM', `The function ${functionName} has no timer.`);
    while (timer.running) await timer.running.catch(() => undefined);
    return this.#run(timer, randomUUID(), this.options.clock.now());
  }

  /** No timer runs any more; a run under way ends with its function. */
  stop(): void {
    this.#state = 'stopped';
    clearTimeout(this.#timeout);
  }

  #wake(): void {
    if (this.#state !== 'byThemselves') return;
    clearTimeout(this.#timeout);
    const now = this.options.clock.now();
    const idle = this.#timers.filter(({ running }) => running === undefined);
    for (const timer of idle) if (timer.next !== undefined && timer.next <= now) this.#fire(timer, timer.next);
    const coming = this.#timers.flatMap(({ next }) => (next !== undefined && next > now ? [next] : []));
    if (coming.length === 0) return;
    this.#timeout = setTimeout(() => this.#wake(), Math.min(Math.min(...coming) - now, longestTimeout));
    this.#timeout.unref();
  }

  #fire(timer: Timer, dueAt: number): void {
    const requestId = randomUUID();
    this.#run(timer, requestId, dueAt).catch((error: unknown) => {
      // Nobody waits for this run; the stop of the emulator ends it too, and that is no error.
      if (this.#state === 'stopped') return;
      const { clock, log } = this.options;
      const said = error instanceof Error ? error.message : String(error);
      log.add({ at: clock.now(), function: timer.function, requestId, stream: 'stderr' }, `${timer.name}: ${said}`);
    });
  }

  async #run(timer: Timer, requestId: string, dueAt: number): Promise<unknown> {
    const { functions, clock } = this.options;
    timer.next = timer.cron.next(clock.now());
    const time = `${new Date(dueAt).toISOString().slice(0, 19)}Z`;
    const event = { Type: 'Timer', TriggerName: timer.name, Time: time, Message: '' };
    const run = functions.invoke({ requestId, name: timer.function, event, caller: { kind: 'timer' } });
    timer.running = run;
    try {
      return JSON.parse(await run);
    } finally {
      timer.running = undefined;
      this.#wake();
    }
  }
}
