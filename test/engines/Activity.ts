/** Timers at least this long, in milliseconds, are for people (a message that fades, a clock) and not waited for. */
const longTimer = 200;

/** Counts what the mini program has under way, so that a test can wait for its end and never for a time. */
export class Activity {
  readonly #underWay = new Map<symbol, string>();
  #wake = (): void => undefined;

  /** `patience`: how long `idle` waits before it gives up, in milliseconds. */
  constructor(private readonly patience = 15_000) {}

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
    const end = ms < longTimer ? this.begin(`timer of ${ms} ms`) : () => undefined;
    const handle = setTimeout(() => {
      try {
        run();
      } finally {
        end();
      }
    }, ms);
    // Nobody waits for a long one, the end of a test neither.
    if (ms >= longTimer) handle.unref();
    return { handle, end };
  }

  clearTimeout(timer: Timer | undefined): void {
    clearTimeout(timer?.handle);
    timer?.end();
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

  #stillBusy(): Error {
    return new Error(`not idle after ${this.patience} ms: ${[...this.#underWay.values()].join(', ')}`);
  }
}

interface Timer {
  handle: ReturnType<typeof setTimeout>;
  end(): void;
}
