import type { GenericSchema, InferInput, InferOutput } from 'valibot';

/**
 * Who may call an operation; `serve` enforces it and nothing else does.
 * - `anyone`: no identity needed (Moments single-page mode has none)
 * - `shopper`: a WeChat person, seen by the functions as an openid
 * - `staff` / `manager` / `owner`: a person who works in the shop named by `input.shopId`, with that much of a say at least
 *   (`shared/shop/role.ts`)
 */
export type Who = 'anyone' | 'shopper' | 'staff' | 'manager' | 'owner';

/**
 * How often one person may do something: `times` in each window of so many seconds, counted by `serve`, which answers
 * `TOO_OFTEN` beyond that.
 */
export interface Limit {
  times: number;
  seconds: number;
  /** The handler waits for `permitted` itself, beside what it reads first, so that counting takes no time of its own. */
  beside?: true;
}

/** One call a client may make: who may, what goes in, what comes out, what may be refused and with which data. */
export interface Operation {
  who: Who;
  input: GenericSchema;
  output: GenericSchema;
  refusals: Record<string, GenericSchema>;
  /**
   * What the shop's audit log keeps when staff did this: names of input fields, which hold ids, amounts and choices, no texts.
   * Every operation of staff that writes has it; without it nothing is kept.
   */
  audit?: readonly string[];
  /** Every operation that makes work or records for others has it. */
  limit?: Limit;
}

/** The operations of one domain, by name. */
export type Contract = Record<string, Operation>;

/** What a caller sends. */
export type InputOf<O extends Operation> = InferInput<O['input']>;
/** What a handler receives: parsed, with defaults filled and units branded. */
export type ParsedInputOf<O extends Operation> = InferOutput<O['input']>;
/** What a handler answers with when it does not refuse. */
export type OutputOf<O extends Operation> = InferOutput<O['output']>;
/** The union of an operation's own refusals, each with its data. */
export type RefusalOf<O extends Operation> = {
  [Code in keyof O['refusals'] & string]: { code: Code } & InferOutput<O['refusals'][Code]>;
}[keyof O['refusals'] & string];

/** Every answer: a value, or a refusal that the person can act on. */
export type Reply<Value, Refusal> = { ok: true; value: Value } | { ok: false; refusal: Refusal };

/** Refusals that any operation may answer with; only `serve` makes them. */
export type CommonRefusal =
  | { code: 'INVALID_INPUT'; field: string }
  | { code: 'SIGN_IN_REQUIRED' }
  | { code: 'NOT_ALLOWED' }
  /** Beyond the operation's limit; `until` is when it is possible again, in ms since 1970. */
  | { code: 'TOO_OFTEN'; until: number }
  | { code: 'TRY_AGAIN'; requestId: string };

export const accept = <const Value>(value: Value) => ({ ok: true, value }) as const;
export const refuse = <const Refusal extends { code: string }>(refusal: Refusal) => ({ ok: false, refusal }) as const;
