import type { Caller } from './Caller';

/** One call of a function. The caller makes the request id, so that it can name it in its own answer. */
export interface FunctionCall {
  requestId: string;
  name: string;
  event: unknown;
  caller: Caller;
}
