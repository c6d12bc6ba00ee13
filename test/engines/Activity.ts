/** Timers at least this long, in milliseconds, are for people (a message that fades, a clock) and not waited for. */
const longTimer = 200;

/** Counts what the mini program has under way, so that a test can wait for its end and never for a time. */
export class Activity {
  readonly #underWay = new Map<symbol, string>();
  readonly #long = new Set<LongTimer>();
  /** How far the phone's clock is ahead of ours, in ms. */
  #ahead = 0;
  #wake = (): void => undefined;

  /**
   * `patience`: how long `idle` waits before it gives up, in milliseconds. On a `still` phone long timers fire by `pass`
   * alone, however slow the machine is.
   */
  constructor(
    private readonly patience = 15_000,
    private readonly still = false,
  ) {}

  /** Something began, say `cloud.callFunction`; the answer is to be called when it is over, and again does nothing. */
  begin(what: string): () => void {
    const token = Symbol(what);
    this.#underWay.set(token, what);
    return () => {
      this.#underWay.delete(token);
      this.#wake();
    };
  }

  /** The `setTimeout` of the logic layer: a short timer is under way until it fires or is cleared. */
  setTimeout(run: () => void, ms = 0): Timer {
    return ms < longTimer ? this.#shortTimer(run, ms) : this.#longTimer(run, ms);
  }

  clearTimeout(timer: Timer | undefined): void {
    timer?.clear();
  }

  /** The phone's clock goes on so many ms at once: what was to happen by then happens, one after the other. */
  async pass(ms: number): Promise<void> {
    const end = this.#now() + ms;
    for (let next = this.#nextBy(end); next; next = this.#nextBy(end)) {
      this.#ahead += Math.max(0, next.at - this.#now());
      next.fire();
      await this.idle();
    }
    this.#ahead += Math.max(0, end - this.#now());
    for (const timer of this.#long) timer.wait(timer.at - this.#now());
  }

  /** Resolves when nothing is under way, nor begins in the next two turns of the event loop; rejects when patience ends. */
  async idle(): Promise<void> {
    let patient = true;
    const impatience = setTimeout(() => {
      patient = false;
      this.#wake();
    }, this.patience);
    try {
      for (let quiet = 0; quiet < 2; quiet += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        while (this.#underWay.size > 0) {
          if (!patient) throw this.#stillBusy();
          quiet = 0;
          await new Promise<void>((resolve) => {
            this.#wake = resolve;
          });
        }
      }
    } finally {
      clearTimeout(impatience);
    }
  }

  #shortTimer(run: () => void, ms: number): Timer {
    const end = this.begin(`timer of ${ms} ms`);
    const handle = setTimeout(() => {
      try {
        run();
      } finally {
        end();
      }
    }, ms);
    return {
      clear: () => {
        clearTimeout(handle);
        end();
      },
    };
  }

  #longTimer(run: () => void, ms: number): Timer {
    let handle: ReturnType<typeof setTimeout> | undefined;
    const clear = (): void => {
      clearTimeout(handle);
      this.#long.delete(timer);
    };
    const timer: LongTimer = {
      at: this.#now() + ms,
      clear,
      fire: () => {
        clear();
        run();
      },
      wait: (left) => {
        clearTimeout(handle);
        if (this.still) return;
        // Nobody waits for a long one, the end of a test neither.
        handle = setTimeout(timer.fire, left).unref();
      },
    };
    this.#long.add(timer);
    timer.wait(ms);
    return timer;
  }

  #now(): number {
    return performance.now() + this.#ahead;
  }

  #nextBy(end: number): LongTimer | undefined {
    const due = [...this.#long].filter(({ at }) => at <= end);
    return due.sort((one, other) => one.at - other.at)[0];
  }

  #stillBusy(): Error {
    return new Error(`not idle after ${this.patience} ms: ${[...this.#underWay.values()].join(', ')}`);
  }
}

/** A timer that was set. */
interface Timer {
  clear(): void;
}

interface LongTimer extends Timer {
  /** When it fires, by the phone's clock. */
  at: number;
  fire(): void;
  /** Sees to it that it fires in so many ms. */
  wait(left: number): void;
}
