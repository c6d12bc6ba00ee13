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
  /** Asks again; resolves when the answer is there. */
  refresh(): Promise<void>;
}

/** Calls an operation that only reads, and again whenever the page is shown again. `null` waits. */
export function useCall<Name extends OperationName>(name: Name, input: Input<Name> | null): Called<Name> {
  const {
    data: answer,
    error,
    mutate,
  } = useSWR<Answer<Name>, Error>(
    input === null ? null : [name, input],
    () => call(name, input as Input<Name>),
    onlyWhenAsked,
  );
  const refresh = async (): Promise<void> => void (await mutate());
  useShownAgain(refresh);

  return {
    data: answer?.ok ? answer.value : undefined,
    refusal: answer && !answer.ok ? answer.refusal : undefined,
    fault: error,
    loading: !answer && !error,
    refresh,
  };
}

/** A mini program has no window focus or online events; pages refresh when they are shown. */
export const onlyWhenAsked = {
  revalidateOnFocus: false,
  revalidateOnReconnect: false,
  shouldRetryOnError: false,
};
