import { randomUUID } from 'node:crypto';
import type { Clock } from '../../Clock';
import type { MerchantAccount } from './MerchantAccount';
import { notifyRequest } from './notifyRequest';
import type { Notification, PayRecords } from './PayRecords';
import type { NotifyMishap, Switchboard } from './Switchboard';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Waits between attempts. Source: WeChat Pay, 支付成功回调通知: 15s/15s/30s/3m/10m/20m/30m×3/60m/3h×3/6h×2. */
const waits = [
  ...[15 * second, 15 * second, 30 * second, 3 * minute, 10 * minute, 20 * minute],
  ...[30 * minute, 30 * minute, 30 * minute, hour, 3 * hour, 3 * hour, 3 * hour, 6 * hour, 6 * hour],
];

const answerLimit = 5 * second;
const longestTimer = 2 ** 31 - 1;

/** Tells the merchant what happened, until it answers 200 or 204, at the times of the emulator's clock. */
export class NotifyOutbox {
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #stopping = new AbortController();
  /** Kept back so that a later one arrives first. */
  readonly #heldBack = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly records: PayRecords,
    private readonly account: MerchantAccount,
    private readonly clock: Clock,
    private readonly switchboard: Switchboard,
  ) {
    clock.onMove(() => this.wake());
  }

  /** Keeps a notification; it is sent at the next `wake`. Call it in the transaction of what it tells about. */
  add(told: Pick<Notification, 'url' | 'eventType' | 'summary' | 'originalType' | 'resource'>): void {
    const now = this.clock.now();
    this.records.saveNotification({
      ...told,
      id: randomUUID(),
      createdAt: now,
      attempts: 0,
      dueAt: now,
      state: 'pending',
      answers: [],
    });
  }

  /** Sends what is due, also what a killed process left behind, and sets a timer for the next one. */
  wake(): void {
    if (this.#stopping.signal.aborted) return;
    clearTimeout(this.#timer);
    const now = this.clock.now();
    const pending = this.records.notifications('pending').filter(({ id }) => !this.#underWay.has(id));
    for (const notification of pending.filter(({ dueAt }) => dueAt <= now)) this.#send(notification);
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

  #send(notification: Notification): void {
    const sent = this.#deliver(notification).then((after) => {
      this.#underWay.delete(notification.id);
      if (this.#stopping.signal.aborted && after.state === 'pending') return;
      this.#note(after);
    });
    this.#underWay.set(notification.id, sent);
  }

  /** One attempt, or what the switchboard makes of it; answers the notification as it stands then. */
  async #deliver(notification: Notification): Promise<Notification> {
    const wrong = this.switchboard.takeNotify();
    const now = this.clock.now();
    switch (wrong?.mishap) {
      case 'drop':
        return { ...notification, state: 'abandoned' };
      case 'delay':
        return { ...notification, dueAt: now + wrong.delayMs };
      case 'reorder':
        this.#heldBack.add(notification.id);
        return { ...notification, dueAt: now + hour };
      case 'twice': {
        const answers = [await this.#attempt(notification), await this.#attempt(notification)];
        return afterAttempt(notification, answers, this.clock.now());
      }
      default:
        return afterAttempt(notification, [await this.#attempt(notification, wrong?.mishap)], this.clock.now());
    }
  }

  // What cannot be kept, on a full disk, is still due: it is sent again, as WeChat Pay may do at any time.
  #note(attempted: Notification): void {
    try {
      this.records.saveNotification(attempted);
      this.#letGo(attempted);
      this.wake();
    } catch (error) {
      console.error('[emulator] a notification could not be kept', error);
      if (!this.#stopping.signal.aborted) this.#timer = setTimeout(() => this.wake(), 15 * second).unref();
    }
  }

  /** The HTTP status that the merchant answered. */
  async #attempt(notification: Notification, mishap?: NotifyMishap): Promise<number> {
    const attempt = { signer: this.switchboard.takeSigner(), now: this.clock.now(), mishap };
    const { body, headers } = notifyRequest(notification, this.account, attempt);
    const signal = AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(answerLimit)]);
    try {
      return (await fetch(notification.url, { method: 'POST', headers, body, signal })).status;
    } catch {
      // Refused, broken off or too late: for WeChat Pay all the same, another attempt follows.
      return 0;
    }
  }

  /** What was kept back goes off once another one has arrived. */
  #letGo(arrived: Notification): void {
    const held = this.records.notifications('pending').filter(({ id }) => this.#heldBack.has(id));
    if (arrived.state !== 'delivered' || held.length === 0) return;
    this.#heldBack.clear();
    for (const each of held) this.records.saveNotification({ ...each, dueAt: this.clock.now() });
  }
}

function afterAttempt(notification: Notification, statuses: readonly number[], now: number): Notification {
  const attempts = notification.attempts + statuses.length;
  const answers = [...notification.answers, ...statuses];
  if (statuses.some((status) => status === 200 || status === 204)) {
    return { ...notification, attempts, answers, state: 'delivered' };
  }
  const wait = waits[notification.attempts];
  if (wait === undefined) return { ...notification, attempts, answers, state: 'abandoned' };
  return { ...notification, attempts, answers, dueAt: now + wait };
}
