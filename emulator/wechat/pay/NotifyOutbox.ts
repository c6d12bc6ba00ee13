import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../../Clock';
import type { MerchantAccount } from './MerchantAccount';
import type { Notification, PayRecords } from './PayRecords';
import { payTime } from './payTime';
import { encryptResource, weChatPayHeaders } from './signatures';

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
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly records: PayRecords,
    private readonly account: MerchantAccount,
    private readonly clock: Clock,
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
    const sent = this.#attempt(notification).then((delivered) => {
      this.#underWay.delete(notification.id);
      if (this.#stopping.signal.aborted && !delivered) return;
      this.#note(afterAttempt(notification, delivered, this.clock.now()));
    });
    this.#underWay.set(notification.id, sent);
  }

  // What cannot be kept, on a full disk, is still due: it is sent again, as WeChat Pay may do at any time.
  #note(attempted: Notification): void {
    try {
      this.records.saveNotification(attempted);
      this.wake();
    } catch (error) {
      console.error('[emulator] a notification could not be kept', error);
      if (!this.#stopping.signal.aborted) this.#timer = setTimeout(() => this.wake(), 15 * second).unref();
    }
  }

  async #attempt(notification: Notification): Promise<boolean> {
    const body = this.#body(notification);
    const signal = AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(answerLimit)]);
    const headers = {
      'content-type': 'application/json',
      ...weChatPayHeaders(this.account, body, this.clock.now()),
    };
    try {
      const { status } = await fetch(notification.url, { method: 'POST', headers, body, signal });
      return status === 200 || status === 204;
    } catch {
      // Refused, broken off or too late: for WeChat Pay all the same, another attempt follows.
      return false;
    }
  }

  #body({ id, createdAt, eventType, summary, originalType, resource }: Notification): string {
    const nonce = randomBytes(6).toString('hex');
    return JSON.stringify({
      id,
      create_time: payTime(createdAt),
      resource_type: 'encrypt-resource',
      event_type: eventType,
      summary,
      resource: {
        original_type: originalType,
        algorithm: 'AEAD_AES_256_GCM',
        ciphertext: encryptResource(this.account, JSON.stringify(resource), nonce, originalType),
        associated_data: originalType,
        nonce,
      },
    });
  }
}

function afterAttempt(notification: Notification, delivered: boolean, now: number): Notification {
  const attempts = notification.attempts + 1;
  if (delivered) return { ...notification, attempts, state: 'delivered' };
  const wait = waits[notification.attempts];
  if (wait === undefined) return { ...notification, attempts, state: 'abandoned' };
  return { ...notification, attempts, dueAt: now + wait };
}
