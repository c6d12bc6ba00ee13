/** That somebody likes an article, or keeps it. The id is made of both and the kind, so nobody does it twice. */
export interface MarkRecord {
  _id: string;
  kind: MarkKind;
  articleId: string;
  openId: string;
  at: number;
}
export type MarkKind = 'like' | 'favourite';

/** One for each kind, article and person. */
export const markIdOf = ({ kind, articleId, openId }: Pick<MarkRecord, 'kind' | 'articleId' | 'openId'>): string =>
  `${kind}-${articleId}-${openId}`;

/** A mark under its id. */
export const markOf = (mark: Omit<MarkRecord, '_id'>): MarkRecord => ({ _id: markIdOf(mark), ...mark });
