import type { Activity } from '../Activity';

/** What every asynchronous API takes besides its own parameters. */
export interface Callbacks {
  success?(result: object): void;
  fail?(failure: Failure): void;
  complete?(result: object): void;
}

/** How an API says no: `requestPayment:fail cancel`, sometimes with a number. */
export interface Failure {
  errMsg: string;
  errCode?: number;
}

/** An asynchronous API as WeChat makes them: callbacks, or a promise when there are none; never before it returned. */
export type AsyncApi = (options?: Callbacks & Record<string, unknown>) => Promise<object> | undefined;

/** Makes an asynchronous API. Whatever `work` throws becomes a `Failure`. */
export function asyncApi(name: string, work: Work, { activity, copyIn, complain }: ApiHost): AsyncApi {
  const run = async (options: Record<string, unknown>, end: () => void): Promise<object> => {
    await new Promise((resolve) => setImmediate(resolve));
    const given = await work(options as never);
    // The phone does nothing while an answer is on its way, so that nobody waits for it.
    if (given instanceof Later) end();
    const result = given instanceof Later ? await given.answer : given;
    if (result === silence) {
      end();
      return new Promise(() => undefined);
    }
    return copyIn({ errMsg: `${name}:ok`, ...(result as object | undefined) }) as object;
  };
  return (options = {}) => {
    const end = activity.begin(name);
    const answer = run(options, end).catch((error: unknown) => Promise.reject(copyIn(asFailure(name, error))));
    const { success, fail, complete } = options;
    if (!success && !fail && !complete) return answer.finally(end);
    answer
      .then(
        (result) => {
          success?.(result);
          complete?.(result);
        },
        (failure: Failure) => {
          fail?.(failure);
          complete?.(failure);
        },
      )
      .catch((error: Error) => complain(`in a callback of ${name}: ${error.stack}`))
      .finally(end);
    return undefined;
  };
}

/** What a `Work` answers when its answer comes only after somebody saw to it. */
export class Later<Answer> {
  constructor(readonly answer: Promise<Answer>) {}
}

/** What a `Work` answers where WeChat never does; nobody can wait for that. */
export const silence = Symbol('silence');

/** Does what an API does; its answer is what the API adds to `errMsg`. WeChat's typings saw to its options. */
export type Work = (options: never) => unknown;

/** What an API needs of the phone that it runs on. */
export interface ApiHost {
  activity: Activity;
  /** Makes a value the logic layer's own. */
  copyIn(value: unknown): unknown;
  /** Told of what fails where nobody waits for it. */
  complain(words: string): void;
}

const asFailure = (name: string, error: unknown): Failure =>
  error && typeof error === 'object' && 'errMsg' in error
    ? (error as Failure)
    : { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` };
