import type { Clock } from '../../Clock';
import type { AccountRecords } from './AccountRecords';
import type { AccountSwitchboard, PushMishap } from './AccountSwitchboard';
import type { Push } from './OfficialAccount';
import { type PushServer, signedPush } from './signedPush';

/** Source: developers.weixin.qq.com, 接收事件推送: no answer within five seconds, and it is sent again, three times in all. */
const answerLimit = 5_000;
const mostAttempts = 4;
const hour = 3_600_000;
const longestTimer = 2 ** 31 - 1;
const mostKept = 100;

/** Where pushes go, and for which app they are encrypted; undefined when nobody listens. */
export type ServerOf = (push: Push) => { appId: string; server: PushServer } | undefined;

/**
 * Pushes events to the accounts' servers. What is answered with a 2xx within five seconds is delivered, whatever it says;
 * anything else is tried again three times, five seconds of the emulator's clock apart. That a 4xx or 5xx counts as no
 * answer is our guess.
 */
export class PushOutbox {
  readonly #underWay = new Map<number, Promise<void>>();
  readonly #stopping = new AbortController();
  /** Kept back so that a later one arrives first. */
  readonly #heldBack = new Set<number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly records: AccountRecords,
    private readonly clock: Clock,
    private readonly switchboard: AccountSwitchboard,
    private readonly serverOf: ServerOf,
  ) {
    clock.onMove(() => this.wake());
  }

  /** Keeps an event; it is pushed at the next `wake`. Call it in the transaction of what it tells about. */
  add(told: Pick<Push, 'to' | 'appId' | 'openId' | 'fields'>): void {
    const now = this.clock.now();
    this.records.addPush({ ...told, createdAt: now, attempts: 0, dueAt: now, state: 'pending', answers: [] });
  }

  /** Pushes what is due, also what a killed process left behind, and sets a timer for the next one. */
  wake(): void {
    if (this.#stopping.signal.aborted) return;
    clearTimeout(this.#timer);
    const now = this.clock.now();
    const pending = this.records.pendingPushes().filter(({ id }) => !this.#underWay.has(id));
    for (const push of pending.filter(({ dueAt }) => dueAt <= now)) this.#send(push);
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

  #send(push: Push): void {
    const sent = this.#deliver(push).then((after) => {
      this.#underWay.delete(push.id);
      if (this.#stopping.signal.aborted && after.state === 'pending') return;
      this.#note(after);
    });
    this.#underWay.set(push.id, sent);
  }

  /** One attempt, or what the switchboard makes of it; answers the push as it stands then. */
  async #deliver(push: Push): Promise<Push> {
    const wrong = this.switchboard.takePush();
    const now = this.clock.now();
    switch (wrong?.mishap) {
      case 'drop':
        return { ...push, state: 'abandoned' };
      case 'delay':
        return { ...push, dueAt: now + wrong.delayMs };
      case 'reorder':
        this.#heldBack.add(push.id);
        return { ...push, dueAt: now + hour };
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
    const signal = AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(answerLimit)]);
    try {
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'text/xml' }, body, signal });
      return { status: response.status, body: (await response.text()).slice(0, mostKept) };
    } catch {
      // Refused, broken off or too late: all the same to WeChat.
      return { status: 0, body: '' };
    }
  }

  // What cannot be kept, on a full disk, is still due: it is pushed again, as WeChat may do at any time.
  #note(attempted: Push): void {
    try {
      this.records.savePush(attempted);
      this.#letGo(attempted);
      this.wake();
    } catch (error) {
      console.error('[emulator] a push could not be kept', error);
      if (!this.#stopping.signal.aborted) this.#timer = setTimeout(() => this.wake(), answerLimit).unref();
    }
  }

  /** What was kept back goes off once another one has arrived. */
  #letGo(arrived: Push): void {
    const held = this.records.pendingPushes().filter(({ id }) => this.#heldBack.has(id));
    if (arrived.state !== 'delivered' || held.length === 0) return;
    this.#heldBack.clear();
    for (const each of held) this.records.savePush({ ...each, dueAt: this.clock.now() });
  }
}

function afterAttempt(push: Push, answer: Push['answers'][number], now: number): Push {
  const tried = { ...push, attempts: push.attempts + 1, answers: [...push.answers, answer] };
  if (push.state === 'delivered' || (answer.status >= 200 && answer.status < 300)) {
    return { ...tried, state: 'delivered' };
  }
  return tried.attempts < mostAttempts ? { ...tried, dueAt: now + answerLimit } : { ...tried, state: 'abandoned' };
}
