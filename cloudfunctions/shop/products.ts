import type { Fen } from '../../shared/kernel/money';
import type { OutputOf } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { _, db, readMany, readOne } from '../_runtime/database';
import { beyond, cutPage, parseCursor } from '../_runtime/paging';

/** A product as it is shown; prices and stock to buy by are on its SKUs. */
export interface ProductRecord {
  _id: string;
  shopId: string;
  categoryId: string;
  /** Place in the shop's own order, unique in the shop. */
  rank: number;
  name: string;
  subtitle: string;
  badge?: string;
  pictures: string[];
  story: string[];
  facts: { label: string; text: string }[];
  options: { name: string; values: string[] }[];
  priceFrom: Fen;
  pricesDiffer: boolean;
  wasPrice?: Fen;
  /** The lowest of its SKUs' follower prices. */
  followerPriceFrom?: Fen;
  sold: number;
  onShelf: boolean;
  /** Name, subtitle and category in one text, for searching. */
  searchText: string;
}

type ProductPage = OutputOf<ShopContract['searchProducts']>;

const collection = 'products';
const pageSize = 20;

export const readProduct = (productId: string): Promise<ProductRecord | undefined> =>
  readOne<ProductRecord>(collection, productId);

export const readProducts = (productIds: readonly string[]): Promise<ProductRecord[]> =>
  readMany<ProductRecord>(collection, productIds);

/** Keeps what lists show of the follower prices of a product's SKUs. */
export const saveFollowerPriceFrom = (productId: string, followerPriceFrom: Fen | undefined) =>
  db
    .collection(collection)
    .where({ _id: productId })
    .update({ followerPriceFrom: followerPriceFrom ?? _.remove() });

/** Products on the shelf in the shop's order, 20 a page; every word must occur. `after` is the last page's `next`. */
export async function readProductPage(wanted: {
  shopId: string;
  words?: string;
  categoryId?: string | undefined;
  after?: string | undefined;
}): Promise<ProductPage> {
  const words = wanted.words?.split(/\s+/).filter(Boolean) ?? [];
  const { data } = await db
    .collection(collection)
    .where(
      _.and([
        {
          shopId: wanted.shopId,
          onShelf: true,
          ...(wanted.categoryId && { categoryId: wanted.categoryId }),
          ...(words.length > 0 && { searchText: db.RegExp({ regexp: everyWord(words), options: 'i' }) }),
        },
        beyond('rank', 'asc', parseCursor(wanted.after)),
      ]),
    )
    .orderBy('rank', 'asc')
    .orderBy('_id', 'asc')
    .limit(pageSize + 1)
    .get();
  const { shown, ...next } = cutPage(data as ProductRecord[], pageSize, (product) => product.rank);
  return { products: shown.map(card), ...next };
}

const everyWord = (words: readonly string[]): string =>
  words.map((word) => `(?=.*${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')})`).join('');

const card = (product: ProductRecord): ProductPage['products'][number] => ({
  productId: product._id,
  name: product.name,
  subtitle: product.subtitle,
  picture: product.pictures[0] ?? '',
  priceFrom: product.priceFrom,
  pricesDiffer: product.pricesDiffer,
  ...(product.wasPrice && { wasPrice: product.wasPrice }),
  // A dearer choice may be cheaper for members; a list shows only what the cheapest of all costs.
  ...(isLower(product) && { followerPriceFrom: product.followerPriceFrom }),
  ...(product.badge && { badge: product.badge }),
  sold: product.sold,
});

const isLower = ({ followerPriceFrom, priceFrom }: ProductRecord): boolean =>
  followerPriceFrom !== undefined && followerPriceFrom < priceFrom;
