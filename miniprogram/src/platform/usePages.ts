import type { Answer, Input, OperationName, Output, Refusal } from '@shared/contract';
import useSWRInfinite from 'swr/infinite';
import { call } from './call';
import { onlyWhenAsked } from './useCall';
import { useShownAgain } from './useShownAgain';

/** Names of the operations that answer in pages: they take `after` and give `next`. */
type PagedName = {
  [Name in OperationName]: 'next' extends keyof Output<Name> ? Name : never;
}[OperationName];

/** What a page knows about a list that it reads page by page. */
interface Pages<Name extends PagedName> {
  /** The pages read so far; `undefined` until the first one is there. */
  pages: readonly Output<Name>[] | undefined;
  refusal: Refusal<Name> | undefined;
  fault: Error | undefined;
  loading: boolean;
  /** Whether there is more, it is on its way, it failed to come, or that was all. */
  end: ListEndState;
  /** Reads the next page, or again what failed to come; does nothing at the end. */
  loadMore(): void;
  refresh(): Promise<void>;
}

/** Reads a paged operation; on show, the first page is read again and what follows only when the first has changed. */
export function usePages<Name extends PagedName>(name: Name, input: Input<Name> | null): Pages<Name> {
  const key = (index: number, before: Answer<Name> | null) => {
    if (input === null) return null;
    if (index === 0) return [name, input] as const;
    const next = before?.ok ? before.value.next : undefined;
    return next ? ([name, { ...input, after: next }] as const) : null;
  };
  const { data, error, size, setSize, mutate } = useSWRInfinite<Answer<Name>, Error, typeof key>(
    key,
    ([, pageInput]) => call(name, pageInput),
    onlyWhenAsked,
  );
  const refresh = async (): Promise<void> => void (await mutate());
  useShownAgain(refresh);

  const answers: readonly Answer<Name>[] = data ?? [];
  const pages = answers.flatMap((answer) => (answer.ok ? [answer.value] : []));
  const refused = answers.find((answer) => !answer.ok);
  const hasMore = pages.at(-1)?.next !== undefined;
  const loading = input !== null && !data && !error;
  const end = endState({ failed: error !== undefined, first: loading, wanted: size, read: answers.length, hasMore });

  return {
    pages: data && pages,
    refusal: refused && !refused.ok ? refused.refusal : undefined,
    fault: error,
    loading,
    end,
    loadMore: () => {
      if (end === 'failed') void refresh();
      if (end === 'more') void setSize(answers.length + 1);
    },
    refresh,
  };
}

/** What stands at the foot of a list that is read in pages. */
export type ListEndState = 'more' | 'loading' | 'failed' | 'end';

/** A failure goes before all else, because it asks for a tap. `wanted` and `read` are numbers of pages. */
function endState({ failed, first, wanted, read, hasMore }: Progress): ListEndState {
  if (failed) return 'failed';
  if (first) return 'loading';
  if (!hasMore) return 'end';
  return wanted > read ? 'loading' : 'more';
}
interface Progress {
  failed: boolean;
  /** The first page is on its way. */
  first: boolean;
  wanted: number;
  read: number;
  hasMore: boolean;
}
