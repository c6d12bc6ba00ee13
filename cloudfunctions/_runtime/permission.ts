import type { Operation } from '../../shared/kernel/operation';
import { countAttempt } from './attempts';
import type { Context } from './context';

/** Whether a caller may go on; counted once, whoever asks how often. */
export interface Permission {
  /** Resolves when they may, at once where there is no limit; rejects with TooOften. */
  ask(): Promise<void>;
  wasAsked(): boolean;
}

/** The permission of one call. An operation for `anyone` has no limit: there is nobody to count. */
export function openPermission(
  { limit }: Operation,
  { operation, openId, requestId, now }: Context<string | undefined>,
): Permission {
  let asked: Promise<void> | undefined;
  return {
    ask: () => {
      asked ??= limit && openId ? countAttempt({ operation, openId, requestId, now }, limit) : Promise.resolve();
      return asked;
    },
    wasAsked: () => asked !== undefined,
  };
}
