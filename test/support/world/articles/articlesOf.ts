import type { ArticleRecord } from '../../../../cloudfunctions/content/articles';
import type { CommentRecord } from '../../../../cloudfunctions/content/comments';
import { compose, newArticle } from '../../../../cloudfunctions/content/compose';
import { type ArticleProductRecord, linkOf } from '../../../../cloudfunctions/content/linkOf';
import { type MarkRecord, markOf } from '../../../../cloudfunctions/content/markOf';
import { rankOf } from '../../../../cloudfunctions/content/rankOf';
import { htmlOfText } from '../../../../shared/content/markup';
import type { Block } from '../../../../shared/content/shapes';
import { fenhe, jinmei } from '../demoShops';
import type { FileIdOf } from '../goods';
import { sellers, shoppers } from '../people';
import type { Scene } from '../pictures';
import type { DemoArticle, DemoPiece } from './DemoArticle';
import { demoArticles } from './demoArticles';

const hour = 3_600_000;

interface Articles {
  articles: ArticleRecord[];
  articleProducts: ArticleProductRecord[];
  articleMarks: MarkRecord[];
  comments: CommentRecord[];
}

/** When a shop of the demo last told something; nothing for those that never did. */
export function tellsAt(shopId: string, now: number): number | undefined {
  const hours = demoArticles.filter((demo) => demo.shopId === shopId).map(({ hoursAgo }) => hoursAgo);
  return hours.length > 0 ? now - Math.min(...hours) * hour : undefined;
}

/** All records of the demo's articles, and the pictures they need. */
export function articlesOf(now: number, fileIdOf: FileIdOf): { records: Articles; scenes: Scene[] } {
  const articles = demoArticles.map((demo) => articleRecord(demo, now, fileIdOf));
  return {
    records: {
      articles,
      articleProducts: articles.flatMap((article) => article.productIds.map((productId) => linkOf(article, productId))),
      articleMarks: demoArticles.flatMap(({ id, likes, hoursAgo }) =>
        shoppers
          .slice(-likes)
          .map(({ openId }, index) =>
            markOf({ kind: 'like', articleId: id, openId, at: now - hoursAgo * hour + index * 60_000 }),
          ),
      ),
      comments: demoArticles.flatMap((demo) => commentRecords(demo, now)),
    },
    scenes: demoArticles.flatMap(scenesOf),
  };
}

function articleRecord(demo: DemoArticle, now: number, fileIdOf: FileIdOf): ArticleRecord {
  const { id, shopId, title, summary, topics, hoursAgo, likes, pinned = false, originalUrl, comments = [] } = demo;
  const publishedAt = now - hoursAgo * hour;
  const { written } = compose({
    ...{ title, summary, topics: [...topics], originalUrl, cover: fileIdOf(coverPath(demo)) },
    blocks: demo.body.map((piece, index) => blockOf(piece, fileIdOf(picturePath(demo, index)))),
  });
  const shopName = (shopId === jinmei.shopId ? jinmei : fenhe).about.name;
  const by = (shopId === jinmei.shopId ? sellers.owner : sellers.neighbour).openId;
  return {
    ...newArticle(
      written,
      { _id: id, shopId, shopName, from: originalUrl ? 'link' : 'own' },
      { by, now: publishedAt, key: 'seed' },
    ),
    ...{ status: 'published', pinned, publishedAt, rank: rankOf(pinned, publishedAt) },
    ...{ likes, comments: comments.length },
  };
}

function blockOf(piece: DemoPiece, picture: string): Block {
  if (typeof piece === 'string') return { kind: 'text', html: htmlOfText(piece) };
  if ('product' in piece) return { kind: 'product', productId: piece.product };
  return { kind: 'picture', picture, width: 640, height: 640, caption: piece.caption };
}

const commentRecords = ({ id, shopId, title, hoursAgo, comments = [] }: DemoArticle, now: number): CommentRecord[] =>
  comments.map(({ by, text, answer }, index) => {
    const at = now - hoursAgo * hour + (index + 1) * 20 * 60_000;
    const author = shoppers[by] ?? shoppers[0];
    return {
      ...{ _id: `comment-${id}-${index}`, articleId: id, articleTitle: title, shopId, openId: author.openId },
      ...{ name: author.name, text, state: 'shown', check: 'pass', at },
      ...(answer && { answer: { text: answer, at: at + 10 * 60_000, by: sellers.owner.openId } }),
    };
  });

const scenesOf = (demo: DemoArticle): Scene[] => [
  { path: coverPath(demo), ...demo.cover, composition: 'still life' },
  ...demo.body.flatMap((piece, index): Scene[] =>
    typeof piece === 'object' && 'picture' in piece
      ? [{ path: picturePath(demo, index), ...piece.picture, composition: 'closeup' }]
      : [],
  ),
];

const coverPath = ({ id }: DemoArticle): string => `articles/${id}.webp`;
const picturePath = ({ id }: DemoArticle, index: number): string => `articles/${id}-${index}.webp`;
