import type { Fen } from '../../shared/kernel/money';
import type { OutputOf, ParsedInputOf } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { nextShelving, type Shelving } from '../../shared/shop/shelving';
import { _, db, insert, readMany, readOne } from '../_runtime/database';
import { beyond, cutPage, type Place, parseCursor } from '../_runtime/paging';

/** How one choice of a product is to be sold, as its seller said. */
export type OfferRecord = ParsedInputOf<ShopContract['saveProduct']>['skus'][number];

/** A product as it is shown; prices and stock to buy by are on its SKUs. */
export interface ProductRecord extends Shelving {
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
  /** When the clock puts it on the shelf or takes it off next, of `shelveFrom` and `shelveUntil`. */
  shelvingDue?: number;
  /** Name, subtitle and category in one text, for searching. */
  searchText: string;
  /** Counts what its sellers changed. */
  version: number;
  /** The last save, which is made once however often it is sent. */
  saveId?: string;
  savedAt?: number;
  savedBy?: string;
  /** What its SKUs are to be and may not be yet; without `offers`, only on or off the shelf. See `offers.ts`. */
  pendingOffers?: { since: number; offers?: OfferRecord[] };
}

type ProductPage = OutputOf<ShopContract['searchProducts']>;

const collection = 'products';
const pageSize = 20;

export const readProduct = (productId: string): Promise<ProductRecord | undefined> =>
  readOne<ProductRecord>(collection, productId);

export const readProducts = (productIds: readonly string[]): Promise<ProductRecord[]> =>
  readMany<ProductRecord>(collection, productIds);

const products = () => db.collection(collection);

/** Adds a product; false when its id is taken. */
export async function insertProduct(product: ProductRecord): Promise<boolean> {
  const shelvingDue = nextShelving(product);
  return (await insert(collection, { ...product, ...(shelvingDue !== undefined && { shelvingDue }) })) === 'inserted';
}

/** Keeps how many pieces of a product were sold. */
export const saveSold = (productId: string, sold: number) => products().where({ _id: productId }).update({ sold });

/** Writes a product over the version that was read; false when somebody else was faster. What sales count stays. */
export async function replaceProduct(version: number, product: ProductRecord): Promise<boolean> {
  const { _id, rank: _rank, sold: _sold, badge, wasPrice, followerPriceFrom, pendingOffers, ...shown } = product;
  const { shelveFrom, shelveUntil, ...rest } = shown;
  const { updated } = await products()
    .where({ _id, version })
    .update({
      ...rest,
      badge: badge ?? _.remove(),
      wasPrice: wasPrice ?? _.remove(),
      followerPriceFrom: followerPriceFrom ?? _.remove(),
      shelveFrom: shelveFrom ?? _.remove(),
      shelveUntil: shelveUntil ?? _.remove(),
      shelvingDue: nextShelving(product) ?? _.remove(),
      pendingOffers: pendingOffers ? _.set(pendingOffers) : _.remove(),
    });
  return updated === 1;
}

/** The SKUs are what this version of the product says. */
export const dropPendingOffers = (productId: string, version: number) =>
  products().where({ _id: productId, version }).update({ pendingOffers: _.remove() });

/** Products whose SKUs should have followed before `at` (ms); at most 50. */
export async function readPendingOffers(at: number): Promise<ProductRecord[]> {
  const { data } = await products()
    .where({ 'pendingOffers.since': _.lt(at) })
    .limit(50)
    .get();
  return data as ProductRecord[];
}

/** Products that are to come on the shelf or go off it by now, the longest due first; at most `limit`. */
export async function readDueShelvings(now: number, limit: number): Promise<ProductRecord[]> {
  const due = products().where({ shelvingDue: _.lte(now) });
  return (await due.orderBy('shelvingDue', 'asc').limit(limit).get()).data as ProductRecord[];
}

/** All goods of a shop in its order; at most `limit` beyond `place`. */
export async function readGoods(shopId: string, place: Place | undefined, limit: number): Promise<ProductRecord[]> {
  const { data } = await products()
    .where(_.and([{ shopId }, beyond('rank', 'asc', place)]))
    .orderBy('rank', 'asc')
    .orderBy('_id', 'asc')
    .limit(limit)
    .get();
  return data as ProductRecord[];
}

/** The place of a shop's first product; 0 when it has none. */
export const readFirstRank = async (shopId: string): Promise<number> =>
  (await readGoods(shopId, undefined, 1))[0]?.rank ?? 0;

export const setRank = (productId: string, rank: number) => products().where({ _id: productId }).update({ rank });

/** A product of the shop in one of these categories, if there is any. */
export async function findInCategory(
  shopId: string,
  categoryIds: readonly string[],
): Promise<ProductRecord | undefined> {
  const { data } = await products()
    .where({ shopId, categoryId: _.in([...categoryIds]) })
    .limit(1)
    .get();
  return data[0] as ProductRecord | undefined;
}

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
