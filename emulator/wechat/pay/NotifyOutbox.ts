import { randomUUID } from 'node:crypto';
import type { Clock } from '../../Clock';
import { Outbox } from '../Outbox';
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

/** Tells the merchant what happened, until it answers 200 or 204, at the times of the emulator's clock. */
export class NotifyOutbox extends Outbox<Notification> {
  protected readonly retryMs = 15 * second;

  constructor(
    private readonly records: PayRecords,
    private readonly account: MerchantAccount,
    clock: Clock,
    private readonly switchboard: Switchboard,
  ) {
    super(clock);
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

  protected pending(): Notification[] {
    return this.records.notifications('pending');
  }

  protected keep(notification: Notification): void {
    this.records.saveNotification(notification);
  }

  protected async deliver(notification: Notification): Promise<Notification> {
    const wrong = this.switchboard.takeNotify();
    switch (wrong?.mishap) {
      case 'drop':
        return { ...notification, state: 'abandoned' };
      case 'delay':
        return { ...notification, dueAt: this.clock.now() + wrong.delayMs };
      case 'reorder':
        return this.holdBack(notification);
      case 'twice': {
        const answers = [await this.#attempt(notification), await this.#attempt(notification)];
        return afterAttempt(notification, answers, this.clock.now());
      }
      default:
        return afterAttempt(notification, [await this.#attempt(notification, wrong?.mishap)], this.clock.now());
    }
  }

  /** The HTTP status that the merchant answered. */
  async #attempt(notification: Notification, mishap?: NotifyMishap): Promise<number> {
    const attempt = { signer: this.switchboard.takeSigner(), now: this.clock.now(), mishap };
    const { body, headers } = notifyRequest(notification, this.account, attempt);
    const signal = this.patience(answerLimit);
    try {
      return (await fetch(notification.url, { method: 'POST', headers, body, signal })).status;
    } catch {
      // Refused, broken off or too late: for WeChat Pay all the same, another attempt follows.
      return 0;
    }
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
