import * as v from 'valibot';
import type { Caller } from './Caller';
import type { FunctionCall } from './FunctionCall';

/** One invocation of a function. Times are ms; `outcome` is 'running', 'ok' or an error code. */
export interface CallRecord {
  requestId: string;
  function: string;
  /** The field `operation` of the event, when it has one. */
  operation?: string;
  caller: Caller['kind'];
  openId?: string;
  startedAt: number;
  ms: number;
  outcome: string;
  databaseCalls: DatabaseCall[];
}

/** One database request a function made. */
export interface DatabaseCall {
  action: string;
  collection: string;
  /** When it began, in ms since its invocation did. */
  at: number;
  ms: number;
}

const kept = 500;
const WithOperation = v.object({ operation: v.string() });

interface Kept {
  record: CallRecord;
  started: number;
}

/** The last 500 invocations with their database calls: what an operation costs, and who called what. */
export class CallLog {
  readonly #records = new Map<string, Kept>();

  constructor(private readonly now: () => number) {}

  /** Notes that an invocation begins and returns how to note its outcome. */
  begin({ requestId, name, event, caller }: FunctionCall): (outcome: string) => void {
    const started = performance.now();
    const record: CallRecord = {
      requestId,
      function: name,
      ...(v.is(WithOperation, event) ? { operation: event.operation } : {}),
      caller: caller.kind,
      ...(caller.kind === 'wechat' ? { openId: caller.openId } : {}),
      startedAt: this.now(),
      ms: 0,
      outcome: 'running',
      databaseCalls: [],
    };
    this.#records.set(requestId, { record, started });
    this.#forgetOldest();
    return (outcome) => {
      record.outcome = outcome;
      record.ms = roundMs(performance.now() - started);
    };
  }

  /**
   * Notes a database request that has just been answered after `ms`. The SDK's `seqId` starts with the request id of
   * the invocation that made it.
   */
  addDatabaseCall(seqId: string, { action, collection, ms }: Omit<DatabaseCall, 'at'>): void {
    const requestId = seqId.slice(0, '00000000-0000-0000-0000-000000000000'.length);
    const invocation = this.#records.get(requestId);
    if (!invocation) return;
    const at = performance.now() - ms - invocation.started;
    invocation.record.databaseCalls.push({ action, collection, at: roundMs(at), ms: roundMs(ms) });
  }

  /** All kept invocations, newest first. */
  recent(): readonly CallRecord[] {
    return [...this.#records.values()].map(({ record }) => record).reverse();
  }

  #forgetOldest(): void {
    const [oldest] = this.#records.keys();
    if (oldest !== undefined && this.#records.size > kept) this.#records.delete(oldest);
  }
}

function roundMs(ms: number): number {
  return Math.round(ms * 100) / 100;
}
