import type { Clock } from '../Clock';

/** What WeChat has to tell somebody, as its records keep it. */
export interface Message {
  id: string | number;
  /** When it is told next, in ms of the emulator's clock. */
  dueAt: number;
  state: 'pending' | 'delivered' | 'abandoned';
}

const hour = 3_600_000;
const longestTimer = 2 ** 31 - 1;

/** Tells what is due, at the times of the emulator's clock, until it is delivered or given up. */
export abstract class Outbox<Kept extends Message> {
  readonly #underWay = new Map<Kept['id'], Promise<void>>();
  readonly #stopping = new AbortController();
  /** Kept back so that a later one arrives first. */
  readonly #heldBack = new Set<Kept['id']>();
  #timer: NodeJS.Timeout | undefined;

  protected constructor(protected readonly clock: Clock) {
    clock.onMove(() => this.wake());
  }

  /** What waits to be told, as the records have it. */
  protected abstract pending(): Kept[];
  protected abstract keep(message: Kept): void;
  /** Tells it once, or does what the switchboard wants instead; answers the message as it stands then. */
  protected abstract deliver(message: Kept): Promise<Kept>;
  /** After how many ms to try again when an attempt could not be kept. */
  protected abstract readonly retryMs: number;

  /** Sends what is due, also what a killed process left behind, and sets a timer for the next one. */
  wake(): void {
    if (this.#stopping.signal.aborted) return;
    clearTimeout(this.#timer);
    const now = this.clock.now();
    const pending = this.pending().filter(({ id }) => !this.#underWay.has(id));
    for (const message of pending.filter(({ dueAt }) => dueAt <= now)) this.#send(message);
    const next = Math.min(...pending.map(({ dueAt }) => dueAt).filter((dueAt) => dueAt > now));
    if (next === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(() => this.wake(), Math.min(next - now, longestTimer));
    this.#timer.unref();
  }

  /** Breaks off what is under way; it stays pending for the next start. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#timer);
    await Promise.all(this.#underWay.values());
  }

  /** Ends an attempt after so many ms, and at once when the emulator stops. */
  protected patience(ms: number): AbortSignal {
    return AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(ms)]);
  }

  /** Keeps a message back until another one has arrived, for an hour at most. */
  protected holdBack(message: Kept): Kept {
    this.#heldBack.add(message.id);
    return { ...message, dueAt: this.clock.now() + hour };
  }

  #send(message: Kept): void {
    const sent = this.deliver(message).then((after) => {
      this.#underWay.delete(message.id);
      if (this.#stopping.signal.aborted && after.state === 'pending') return;
      this.#note(after);
    });
    this.#underWay.set(message.id, sent);
  }

  // What cannot be kept, on a full disk, is still due: it is told again, as WeChat may do at any time.
  #note(attempted: Kept): void {
    try {
      this.keep(attempted);
      this.#letGo(attempted);
      this.wake();
    } catch (error) {
      console.error(`[emulator] ${this.constructor.name}: an attempt could not be kept`, error);
      if (!this.#stopping.signal.aborted) this.#timer = setTimeout(() => this.wake(), this.retryMs).unref();
    }
  }

  /** What was kept back goes off once another one has arrived. */
  #letGo(arrived: Kept): void {
    const held = this.pending().filter(({ id }) => this.#heldBack.has(id));
    if (arrived.state !== 'delivered' || held.length === 0) return;
    this.#heldBack.clear();
    for (const each of held) this.keep({ ...each, dueAt: this.clock.now() });
  }
}
