import type { Clock } from '../../Clock';
import { Outbox } from '../Outbox';
import type { AccountRecords } from './AccountRecords';
import type { AccountSwitchboard, PushMishap } from './AccountSwitchboard';
import type { Push } from './OfficialAccount';
import { type PushServer, signedPush } from './signedPush';

/** Source: developers.weixin.qq.com, 接收事件推送: no answer within five seconds, and it is sent again, three times in all. */
const answerLimit = 5_000;
const mostAttempts = 4;
const mostKept = 100;

/** Where pushes go, and for which app they are encrypted; undefined when nobody listens. */
export type ServerOf = (push: Push) => { appId: string; server: PushServer } | undefined;

/**
 * Pushes events to the accounts' servers. What is answered with a 2xx within five seconds is delivered, whatever it says;
 * anything else is tried again three times, five seconds of the emulator's clock apart. That a 4xx or 5xx counts as no
 * answer is our guess.
 */
export class PushOutbox extends Outbox<Push> {
  protected readonly retryMs = answerLimit;

  constructor(
    private readonly records: AccountRecords,
    clock: Clock,
    private readonly switchboard: AccountSwitchboard,
    private readonly serverOf: ServerOf,
  ) {
    super(clock);
  }

  /** Keeps an event; it is pushed at the next `wake`. Call it in the transaction of what it tells about. */
  add(told: Pick<Push, 'to' | 'appId' | 'openId' | 'fields'>): void {
    const now = this.clock.now();
    this.records.addPush({ ...told, createdAt: now, attempts: 0, dueAt: now, state: 'pending', answers: [] });
  }

  protected pending(): Push[] {
    return this.records.pendingPushes();
  }

  protected keep(push: Push): void {
    this.records.savePush(push);
  }

  protected async deliver(push: Push): Promise<Push> {
    const wrong = this.switchboard.takePush();
    switch (wrong?.mishap) {
      case 'drop':
        return { ...push, state: 'abandoned' };
      case 'delay':
        return { ...push, dueAt: this.clock.now() + wrong.delayMs };
      case 'reorder':
        return this.holdBack(push);
      case 'twice':
        return this.#attempt(await this.#attempt(push));
      default:
        return this.#attempt(push, wrong?.mishap);
    }
  }

  async #attempt(push: Push, mishap?: PushMishap): Promise<Push> {
    const target = this.serverOf(push);
    // Nobody has entered a server: WeChat keeps the event to itself.
    if (!target) return { ...push, state: 'abandoned' };
    const { openId } = push;
    const attempt = { appId: target.appId, openId, now: this.clock.now(), mishap };
    const { url, body } = signedPush(target.server, push.fields, attempt);
    return afterAttempt(push, await this.#post(url, body), this.clock.now());
  }

  async #post(url: string, body: string): Promise<Push['answers'][number]> {
    const signal = this.patience(answerLimit);
    try {
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'text/xml' }, body, signal });
      return { status: response.status, body: (await response.text()).slice(0, mostKept) };
    } catch {
      // Refused, broken off or too late: all the same to WeChat.
      return { status: 0, body: '' };
    }
  }
}

function afterAttempt(push: Push, answer: Push['answers'][number], now: number): Push {
  const tried = { ...push, attempts: push.attempts + 1, answers: [...push.answers, answer] };
  if (push.state === 'delivered' || (answer.status >= 200 && answer.status < 300)) {
    return { ...tried, state: 'delivered' };
  }
  return tried.attempts < mostAttempts ? { ...tried, dueAt: now + answerLimit } : { ...tried, state: 'abandoned' };
}
