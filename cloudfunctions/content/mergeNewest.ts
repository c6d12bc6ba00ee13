import type { ArticleHead } from './articles';

/**
 * The newest `limit` articles of several lists, each the newest first, in one order: by when they were published and,
 * of the same moment, by id. Exact when each list was read at least `limit` long.
 */
export const mergeNewest = (lists: readonly (readonly ArticleHead[])[], limit: number): ArticleHead[] =>
  lists.flat().sort(newestFirst).slice(0, limit);

const newestFirst = (one: ArticleHead, other: ArticleHead): number =>
  other.publishedAt - one.publishedAt || (one._id < other._id ? 1 : -1);
