/** Where an article stands. `removed` ones can come back for some days, then they are gone. */
export const articleStatuses = ['draft', 'published', 'withdrawn', 'removed'] as const;
export type ArticleStatus = (typeof articleStatuses)[number];

const next: Record<ArticleStatus, readonly ArticleStatus[]> = {
  draft: ['published', 'removed'],
  published: ['withdrawn'],
  withdrawn: ['published', 'removed'],
  // What comes back is looked at before it is published again.
  removed: ['withdrawn'],
};

/** Whether an article may go from one status to another. */
export const canBecome = (from: ArticleStatus, to: ArticleStatus): boolean => next[from].includes(to);
