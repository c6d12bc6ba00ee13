import type { Caller } from './Caller';

/** One invocation of a function. Times are ms; `outcome` is 'running', 'ok' or an error code. */
export interface CallRecord {
  requestId: string;
  function: string;
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
  ms: number;
}

const kept = 500;

/** The last 500 invocations with their database calls: what an operation costs, and who called what. */
export class CallLog {
  readonly #records = new Map<string, CallRecord>();

  constructor(private readonly now: () => number) {}

  /** Notes that an invocation begins and returns how to note its outcome. */
  begin(requestId: string, functionName: string, caller: Caller): (outcome: string) => void {
    const started = performance.now();
    const record: CallRecord = {
      requestId,
      function: functionName,
      caller: caller.kind,
      ...(caller.kind === 'wechat' ? { openId: caller.openId } : {}),
      startedAt: this.now(),
      ms: 0,
      outcome: 'running',
      databaseCalls: [],
    };
    this.#records.set(requestId, record);
    this.#forgetOldest();
    return (outcome) => {
      record.outcome = outcome;
      record.ms = roundMs(performance.now() - started);
    };
  }

  /** Notes a database request. The SDK's `seqId` starts with the request id of the invocation that made it. */
  addDatabaseCall(seqId: string, call: DatabaseCall): void {
    const requestId = seqId.slice(0, '00000000-0000-0000-0000-000000000000'.length);
    this.#records.get(requestId)?.databaseCalls.push({ ...call, ms: roundMs(call.ms) });
  }

  /** All kept invocations, newest first. */
  recent(): readonly CallRecord[] {
    return [...this.#records.values()].reverse();
  }

  #forgetOldest(): void {
    const [oldest] = this.#records.keys();
    if (oldest !== undefined && this.#records.size > kept) this.#records.delete(oldest);
  }
}

function roundMs(ms: number): number {
  return Math.round(ms * 100) / 100;
}
