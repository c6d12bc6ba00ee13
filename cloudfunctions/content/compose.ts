import type { Removed } from '../../shared/content/operations/seller';
import { readingMinutes } from '../../shared/content/readingMinutes';
import type { Block } from '../../shared/content/shapes';
import type { Topic } from '../../shared/content/topics';
import type { ArticleRecord, ArticleWriting } from './articles';
import { cleanHtml } from './cleanHtml';

/** What somebody wrote of an article, cleaned, with what follows from it. */
export type Written = Pick<
  ArticleRecord,
  'title' | 'summary' | 'cover' | 'topics' | 'originalUrl' | 'blocks' | 'productIds' | 'minutes'
>;

interface Draft {
  title: string;
  summary: string;
  cover?: string | undefined;
  topics: Topic[];
  originalUrl?: string | undefined;
  blocks: Block[];
}

/** Cleans what somebody wrote and works out what follows from it: reading time, and the products in it. */
export function compose(draft: Draft): { written: Written; removed: Removed } {
  const cleaned = draft.blocks.map(cleanBlock);
  const blocks = cleaned.flatMap(({ block }) => (block.kind === 'text' && block.html === '' ? [] : [block]));
  const { title, summary, cover, topics, originalUrl } = draft;
  const written: Written = {
    ...{ title, summary, topics, blocks },
    ...(cover && { cover }),
    ...(originalUrl && { originalUrl }),
    productIds: productIdsOf(blocks),
    minutes: readingMinutes(blocks.flatMap((block) => (block.kind === 'text' ? [block.html] : []))),
  };
  return { written, removed: summed(cleaned.flatMap(({ removed }) => removed)) };
}

/** An article that nobody has seen yet, as its first version. */
export function newArticle(
  written: Written,
  about: Pick<ArticleRecord, '_id' | 'shopId' | 'shopName' | 'from'>,
  { by, now, key }: { by: string; now: number; key: string },
): ArticleRecord {
  return {
    ...about,
    ...written,
    ...{ version: 1, writeKey: key, status: 'draft', pinned: false, publishedAt: 0, rank: 0 },
    ...{ likes: 0, favourites: 0, comments: 0, countedAt: now, savedAt: now, savedBy: by },
  };
}

/** The article with what was written in place of what it said. */
export function withWritten(
  { cover: _c, originalUrl: _o, ...rest }: ArticleWriting,
  written: Written,
  { by, now, key }: { by: string; now: number; key: string },
): ArticleWriting {
  return {
    ...rest,
    ...written,
    ...{ writeKey: key, savedAt: now, savedBy: by },
    // Nobody links what is not published.
    ...(rest.status === 'published' && { linksDue: now }),
  };
}

function cleanBlock(block: Block): { block: Block; removed: Removed } {
  if (block.kind !== 'text') return { block, removed: [] };
  const { html, removed } = cleanHtml(block.html);
  return { block: { kind: 'text', html }, removed };
}

function summed(all: Removed): Removed {
  const counts = new Map<Removed[number]['what'], number>();
  for (const { what, count } of all) counts.set(what, (counts.get(what) ?? 0) + count);
  return [...counts].map(([what, count]) => ({ what, count }));
}

const productIdsOf = (blocks: readonly Block[]): string[] => [
  ...new Set(blocks.flatMap((block) => (block.kind === 'product' ? [block.productId] : []))),
];
