import { htmlOfText, textOfMarkup } from '@shared/content/markup';
import type { Topic } from '@shared/content/topics';
import type { Input, Output } from '@shared/contract';

type Saved = Output<'content.getMyArticle'>;
type SavedBlock = Saved['blocks'][number];

/** A piece of an article while it is written; `key` is its own as long as it is on the screen. */
export type DraftBlock =
  | { key: string; kind: 'text'; text: string; before?: { html: string; text: string } }
  | ({ key: string } & Extract<SavedBlock, { kind: 'picture' }>)
  | { key: string; kind: 'product'; product: DraftProduct };

/** A product in a draft, with what its card shows. One that is not on the shelf has no price. */
export type DraftProduct = Pick<Saved['products'][number], 'productId' | 'name' | 'picture'> &
  Partial<Pick<Saved['products'][number], 'priceFrom' | 'pricesDiffer'>>;

/** An article while it is written. */
export interface ArticleDraft {
  articleId: string;
  /** That the seller saw; 0 for a new article. */
  version: number;
  title: string;
  summary: string;
  cover?: string | undefined;
  topics: Topic[];
  originalUrl?: string | undefined;
  blocks: DraftBlock[];
}

export const newArticleDraft = (articleId: string, firstKey: string): ArticleDraft => ({
  ...{ articleId, version: 0, title: '', summary: '', topics: [] },
  blocks: [{ key: firstKey, kind: 'text', text: '' }],
});

/** A saved article as a draft; HTML becomes the plain text that makes it, as far as plain text can say it. */
export function draftOf(saved: Saved, newKey: () => string): ArticleDraft {
  const { articleId, version, title, summary, cover, topics, originalUrl, blocks, products } = saved;
  const productOf = (id: string): DraftProduct =>
    products.find(({ productId }) => productId === id) ?? { productId: id, name: '已下架的商品', picture: '' };
  return {
    ...{ articleId, version, title, summary, cover, topics, originalUrl },
    blocks: blocks.map((block): DraftBlock => {
      const key = newKey();
      if (block.kind === 'picture') return { key, ...block };
      if (block.kind === 'product') return { key, kind: 'product', product: productOf(block.productId) };
      const text = textOfMarkup(block.html);
      return { key, kind: 'text', text, before: { html: block.html, text } };
    }),
  };
}

/** What is sent of a draft. Text that nobody touched stays the HTML it was; what is empty is left out. */
export function articleOf(draft: ArticleDraft, shopId: string): Input<'content.saveArticle'> {
  const { articleId, version, title, summary, cover, topics, originalUrl } = draft;
  return {
    ...{ shopId, articleId, version, title: title.trim(), summary: summary.trim(), topics },
    ...(cover && { cover }),
    ...(originalUrl && { originalUrl }),
    blocks: draft.blocks.flatMap(({ key: _key, ...block }): SavedBlock[] => {
      if (block.kind === 'picture') return [block];
      if (block.kind === 'product') return [{ kind: 'product', productId: block.product.productId }];
      const html = block.before?.text === block.text ? block.before.html : htmlOfText(block.text);
      return html === '' ? [] : [{ kind: 'text', html }];
    }),
  };
}

/** The blocks with one of them a place further up (−1) or down (1); at an end nothing moves. */
export function movedBlock(blocks: readonly DraftBlock[], key: string, by: -1 | 1): DraftBlock[] {
  const from = blocks.findIndex((block) => block.key === key);
  const [one, other] = [blocks[from], blocks[from + by]];
  if (!one || !other) return [...blocks];
  return blocks.map((block) => (block === one ? other : block === other ? one : block));
}

/** The products of a draft as a preview shows them; how many there are, a preview need not know. */
export const productsOf = ({ blocks }: ArticleDraft): Saved['products'] =>
  blocks.flatMap((block) => {
    if (block.kind !== 'product') return [];
    const { productId, name, picture, priceFrom, pricesDiffer = false } = block.product;
    return priceFrom === undefined ? [] : [{ productId, name, picture, priceFrom, pricesDiffer, stock: plenty }];
  });
const plenty = 99;
