/** Timers at least this long, in milliseconds, are for people (a message that fades, a clock) and not waited for. */
const longTimer = 200;

/** How long `idle` waits before it gives up, in milliseconds. */
const patience = 15_000;

/** Counts what the mini program has under way, so that a test can wait for its end and never for a time. */
export class Activity {
  readonly #underWay = new Map<symbol, string>();
  #wake = (): void => undefined;

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
    return { handle, end };
  }

  clearTimeout(timer: Timer | undefined): void {
    clearTimeout(timer?.handle);
    timer?.end();
  }

  /** Resolves when nothing is under way, nor begins in the next two turns of the event loop; rejects after 15 s. */
  async idle(): Promise<void> {
    let patient = true;
    const impatience = setTimeout(() => {
      patient = false;
      this.#wake();
    }, patience);
    try {
      for (let quiet = 0; quiet < 2; quiet += 1) {
        await new Promise((resolve) => setImmediate(resolve));
        while (this.#underWay.size > 0) {
          if (!patient) throw new Error(`not idle after ${patience} ms: ${[...this.#underWay.values()].join(', ')}`);
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
}

interface Timer {
  handle: ReturnType<typeof setTimeout>;
  end(): void;
}
