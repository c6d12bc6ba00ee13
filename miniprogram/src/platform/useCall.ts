import type { Answer, Input, OperationName, Output, Refusal } from '@shared/contract';
import useSWR from 'swr';
import { call } from './call';
import { useShownAgain } from './useShownAgain';

/** What a page knows about a call it shows. */
interface Called<Name extends OperationName> {
  /** The last good answer, from the cache at first; stays while it is refreshed. */
  data: Output<Name> | undefined;
  refusal: Refusal<Name> | undefined;
  /** Why there is no answer; with `data` present, the data is merely old. */
  fault: Error | undefined;
  /** No answer of any kind yet. */
  loading: boolean;
  /** `data` answers what was asked before (`keepBefore`); the answer to what is asked now is on its way. */
  behind: boolean;
  /** Asks again; resolves when the answer is there. */
  refresh(): Promise<void>;
}

/**
 * Calls an operation that only reads, and again whenever the page is shown again. `null` waits. With `keepBefore`, the
 * answer to the input before stays until the new one is there, so that a page whose choices are the input holds still.
 */
export function useCall<Name extends OperationName>(
  name: Name,
  input: Input<Name> | null,
  { keepBefore = false } = {},
): Called<Name> {
  const {
    data: answer,
    error,
    isLoading,
    mutate,
  } = useSWR<Answer<Name>, Error>(input === null ? null : [name, input], () => call(name, input as Input<Name>), {
    ...onlyWhenAsked,
    keepPreviousData: keepBefore,
  });
  const refresh = async (): Promise<void> => void (await mutate());
  useShownAgain(refresh);

  return {
    data: answer?.ok ? answer.value : undefined,
    refusal: answer && !answer.ok ? answer.refusal : undefined,
    fault: error,
    loading: !answer && !error,
    behind: isLoading && answer !== undefined,
    refresh,
  };
}

/** A mini program has no window focus or online events; pages refresh when they are shown. */
export const onlyWhenAsked = {
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  shouldRetryOnError: false,
};
