import type { Answer, Input, OperationName, Output, Refusal } from '@shared/contract';
import useSWRInfinite from 'swr/infinite';
import { call } from './call';
import { onlyWhenAsked } from './useCall';
import { useShownAgain } from './useShownAgain';

/** Names of the operations that answer in pages: they take `after` and give `next`. */
type PagedName = {
  [Name in OperationName]: Output<Name> extends { next?: string | undefined } ? Name : never;
}[OperationName];

/** What a page knows about a list that it reads page by page. */
interface Pages<Name extends PagedName> {
  /** The pages read so far; `undefined` until the first one is there. */
  pages: readonly Output<Name>[] | undefined;
  refusal: Refusal<Name> | undefined;
  fault: Error | undefined;
  loading: boolean;
  /** Whether a further page is on its way. */
  loadingMore: boolean;
  hasMore: boolean;
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
  const loadingMore = input !== null && size > answers.length && answers.length > 0 && !error;
  const hasMore = pages.at(-1)?.next !== undefined;

  return {
    pages: data && pages,
    refusal: refused && !refused.ok ? refused.refusal : undefined,
    fault: error,
    loading: input !== null && !data && !error,
    loadingMore,
    hasMore,
    loadMore: () => {
      if (hasMore && !loadingMore) void setSize(answers.length + 1);
    },
    refresh,
  };
}
