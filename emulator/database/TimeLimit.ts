import { createContext, Script } from 'node:vm';
import { requestFailed } from './failures';

/** Milliseconds that one request may spend evaluating its conditions, updates and stages. */
export const evaluationLimit = 2_000;

/**
 * The time one request has for evaluation, over all its parts together. V8 stops whatever runs longer, a backtracking
 * regular expression too. What runs must not touch storage: it may be left off anywhere.
 */
export class TimeLimit {
  #left = evaluationLimit;

  /** Runs `evaluate`, which costs a tenth of a millisecond more than calling it. Throws DATABASE_REQUEST_FAILED when time is up. */
  run<T>(evaluate: () => T): T {
    const began = performance.now();
    room.evaluate = evaluate;
    try {
      return call.runInContext(room, { timeout: Math.max(1, Math.ceil(this.#left)) });
    } catch (error) {
      throw isTimeout(error) ? tooLong() : error;
    } finally {
      room.evaluate = undefined;
      this.#left -= performance.now() - began;
    }
  }
}

const room: { evaluate: unknown } = { evaluate: undefined };
createContext(room);
const call = new Script('evaluate()');

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/** MongoDB's words for a query that was stopped. */
const tooLong = () =>
  requestFailed(
    `operation exceeded time limit: its conditions and expressions ran for more than ${evaluationLimit / 1000} s`,
  );
