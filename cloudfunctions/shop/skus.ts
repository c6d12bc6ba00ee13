import type { Fen } from '../../shared/kernel/money';
import { _, db, insert, readMany, readOne } from '../_runtime/database';
import { beyond, type Place } from '../_runtime/paging';
import type { StockMoveRecord } from './stockMoves';

/** What is sold and counted: one choice of a product's options. */
export interface SkuRecord {
  _id: string;
  shopId: string;
  productId: string;
  /** The product's, kept here so that a price (a coupon for some categories) follows from SKUs alone. */
  categoryId: string;
  productName: string;
  choice: string[];
  picture: string;
  price: Fen;
  wasPrice?: Fen;
  /** What followers of the shop's account pay, below `price`, while the shop gives that. */
  followerPrice?: Fen;
  /** What it costs the shop; shown to its staff only. */
  cost?: Fen;
  barcode?: string;
  /** Weight of one piece with its packing. */
  grams: number;
  onShelf: boolean;
  /** Its choice is sold no more, whatever becomes of the product. */
  withdrawn?: true;
  /** The version of the product whose offer this is. */
  offerVersion: number;
  /** Stock when the SKU was made; it and the SKU's moves add up to `stock`. */
  initialStock: number;
  stock: number;
  lowAt: number;
  /** `stock - lowAt`, kept so that what runs low can be read by an index. */
  aboveLow: number;
  /** Moves already counted in `stock` and not yet known to stand in `stockMoves`; see `stock.ts`. */
  pending: Record<string, PendingMove>;
  pendingCount: number;
  /** How often stock was moved by anything but a sale; absent while it never was. */
  moveCount?: number;
  /** Pieces that were sold, less those that came back to stock; absent while none was. */
  sold?: number;
  /** `sold` moved since its product's was added up. */
  soldMoved?: true;
}

/** A note of a change that `stock` has and `stockMoves` may not have yet. */
export interface PendingMove {
  /** The id that the move has, or will have, in `stockMoves`. */
  moveId: string;
  delta: number;
  reason: StockMoveRecord['reason'];
  note: string;
  /** Only for a sale; empty otherwise. */
  orderId: string;
  /** Only for a count: how many there were. */
  counted?: number;
  by: string;
  at: number;
}

const collection = 'skus';

export const skus = () => db.collection(collection);

export const readSku = (skuId: string): Promise<SkuRecord | undefined> => readOne<SkuRecord>(collection, skuId);

export const readSkus = (skuIds: readonly string[]): Promise<SkuRecord[]> => readMany<SkuRecord>(collection, skuIds);

/** All SKUs of a product; at most 100. */
export async function readSkusOf(productId: string): Promise<SkuRecord[]> {
  const { data } = await skus().where({ productId }).limit(100).get();
  return data as SkuRecord[];
}

/** Adds a SKU; false when its id is taken. */
export const insertSku = async (sku: SkuRecord): Promise<boolean> => (await insert(collection, sku)) === 'inserted';

/** What an offer changes of a SKU; `undefined` takes a field away. `aboveLowBy` follows from a new threshold. */
type OfferedChange = Partial<Pick<SkuRecord, 'onShelf' | 'offerVersion'>> & {
  aboveLowBy?: number;
  [field: string]: unknown;
};

const optional = ['wasPrice', 'followerPrice', 'cost', 'barcode', 'withdrawn'] as const;

/** Changes a SKU unless a newer offer or another threshold came since it was read; false then. */
export async function changeOffered(
  { _id, lowAt, offerVersion }: SkuRecord,
  { aboveLowBy = 0, ...change }: OfferedChange,
): Promise<boolean> {
  const taken = 'price' in change ? optional.filter((field) => change[field] === undefined) : [];
  const kept = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const { updated } = await skus()
    .where({ _id, lowAt, offerVersion })
    .update({
      ...kept,
      ...Object.fromEntries(taken.map((field) => [field, _.remove()])),
      ...(aboveLowBy !== 0 && { aboveLow: _.inc(aboveLowBy) }),
    });
  return updated === 1;
}

/** Puts the SKUs of a product on the shelf or takes them off, but for those whose choice is sold no more. */
export const shelveSkus = (productId: string, version: number, onShelf: boolean) =>
  skus()
    .where({ productId, withdrawn: _.exists(false), offerVersion: _.lt(version) })
    .update({ onShelf, offerVersion: version });

export async function readSkuByBarcode(shopId: string, barcode: string): Promise<SkuRecord | undefined> {
  const { data } = await skus().where({ shopId, barcode, onShelf: true }).limit(1).get();
  return data[0] as SkuRecord | undefined;
}

/** Sets from how many pieces on a SKU counts as low, unless another threshold came since it was read; false then. */
export async function changeLowAt({ _id, lowAt: before }: SkuRecord, lowAt: number): Promise<boolean> {
  const { updated } = await skus()
    .where({ _id, lowAt: before })
    .update({ lowAt, aboveLow: _.inc(before - lowAt) });
  return updated === 1;
}

/** Sets what followers pay for a SKU; nothing else than others, when that is not said. */
export const saveFollowerPrice = (skuId: string, followerPrice: Fen | undefined) =>
  skus()
    .where({ _id: skuId })
    .update({ followerPrice: followerPrice ?? _.remove() });

/** All SKUs of these products (at most 100); at most 1 000. */
export async function readSkusOfProducts(productIds: readonly string[]): Promise<SkuRecord[]> {
  if (productIds.length === 0) return [];
  const { data } = await skus()
    .where({ productId: _.in([...productIds]) })
    .limit(1_000)
    .get();
  return data as SkuRecord[];
}

/** All SKUs of a shop, those sold no more included; at most 1 000. */
export async function readSkusOfShop(shopId: string): Promise<SkuRecord[]> {
  const { data } = await skus().where({ shopId }).limit(1_000).get();
  return data as SkuRecord[];
}

/** Which of a shop's SKUs a list shows. */
export interface SkuFilter {
  shopId: string;
  show: 'all' | 'low' | 'out';
  /** Words of the name, or a whole barcode; empty for all. */
  words: string;
}

/** A shop's SKUs, the lowest against their own threshold first; at most `limit` beyond `place`. */
export async function readSkusByUrgency(
  { shopId, show, words }: SkuFilter,
  place: Place | undefined,
  limit: number,
): Promise<SkuRecord[]> {
  const { data } = await skus()
    .where(_.and([{ shopId }, shown[show], ...named(words), beyond('aboveLow', 'asc', place)]))
    .orderBy('aboveLow', 'asc')
    .orderBy('_id', 'asc')
    .limit(limit)
    .get();
  return data as SkuRecord[];
}

const shown: Record<SkuFilter['show'], object> = { all: {}, low: { aboveLow: _.lte(0) }, out: { stock: 0 } };

const named = (words: string): object[] =>
  /^\d{8,14}$/.test(words)
    ? [{ barcode: words }]
    : words
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => ({ productName: db.RegExp({ regexp: escaped(word), options: 'i' }) }));

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** How many SKUs of the shop stand at or below their threshold. */
export async function countLow(shopId: string): Promise<number> {
  const { total } = await skus()
    .where({ shopId, aboveLow: _.lte(0) })
    .count();
  return total ?? 0;
}

/** How many SKUs of the shop are sold out. */
export async function countOut(shopId: string): Promise<number> {
  const { total } = await skus().where({ shopId, stock: 0 }).count();
  return total ?? 0;
}

/** Those of these shops (at most 100) that have something on the shelf and in stock whose name contains this text. */
export async function readSellers(shopIds: readonly string[], name: string): Promise<ReadonlySet<string>> {
  const { data } = await skus()
    .aggregate()
    .match({
      shopId: _.in([...shopIds]),
      onShelf: true,
      stock: _.gt(0),
      productName: db.RegExp({ regexp: escaped(name), options: 'i' }),
    })
    .group({ _id: '$shopId' })
    .end();
  return new Set((data as { _id: string }[]).map(({ _id: shopId }) => shopId));
}
