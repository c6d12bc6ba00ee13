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
  /** What the planner did, where the request read anything. */
  plan?: DatabasePlan;
  /** One sentence, if it looked at more than 1000 documents. */
  slowQuery?: string;
  /**
   * It was sent while a transaction of the same invocation was open, in a form that never runs in one. If it was called
   * on the transaction object, it silently ran outside, as in production; the wire does not show on which it was called.
   */
  defect?: 'ranOutsideTransaction';
  /** What to write instead of the defect. */
  advice?: string;
}

/** How a request was read; of a join, the index of its own collection and the documents of all. */
export interface DatabasePlan {
  /** `_id_` for the primary key; null where every document was looked at. */
  index: string | null;
  /** Documents looked at, and those of them that matched and were asked for. */
  scanned: number;
  returned: number;
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

  /** Notes a database request that has just been answered after `ms`, under the invocation that made it. */
  addDatabaseCall(seqId: string, call: Omit<DatabaseCall, 'at'>): void {
    const invocation = this.#records.get(invocationOf(seqId));
    if (!invocation) return;
    const at = performance.now() - call.ms - invocation.started;
    invocation.record.databaseCalls.push({ ...call, at: roundMs(at), ms: roundMs(call.ms) });
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

/** The request id of the invocation that made a request: the SDK's `seqId` starts with it. */
export const invocationOf = (seqId: string): string => seqId.slice(0, '00000000-0000-0000-0000-000000000000'.length);

function roundMs(ms: number): number {
  return Math.round(ms * 100) / 100;
}
