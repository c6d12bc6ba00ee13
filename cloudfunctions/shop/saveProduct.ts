import { findInducement } from '../../shared/fan/findInducements';
import {
  accept,
  type OutputOf,
  type ParsedInputOf,
  type RefusalOf,
  type Reply,
  refuse,
} from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import { priceSummary } from '../../shared/shop/offer';
import { shelvingAt } from '../../shared/shop/shelving';
import type { Context } from '../_runtime/context';
import type { Handler } from '../_runtime/serve';
import { applyOffers } from './offers';
import {
  insertProduct,
  type OfferRecord,
  type ProductRecord,
  readFirstRank,
  readProduct,
  replaceProduct,
} from './products';
import { readShop, type ShopRecord } from './shops';
import { readSkusOf } from './skus';

type Save = ShopContract['saveProduct'];
type Wanted = ParsedInputOf<Save>;

/**
 * The product is written first, with what its SKUs are to be; then the SKUs follow. Whatever dies in between leaves the
 * note, from which `timers` finish the job; an older version never overwrites a newer one.
 */
export const saveProduct: Handler<Save> = (wanted, context) => saveBegun(wanted, context, { onShelf: true });

/** The same; `begins` says whether a new product is on the shelf. */
export async function saveBegun(
  wanted: Wanted,
  context: Context,
  begins: Pick<ProductRecord, 'onShelf'>,
): Promise<Reply<OutputOf<Save>, RefusalOf<Save>>> {
  const { shopId, productId } = wanted;
  const [shop, before, skus, firstRank] = await Promise.all([
    readShop(shopId),
    readProduct(productId),
    readSkusOf(productId),
    wanted.version === 0 ? readFirstRank(shopId) : 0,
  ]);
  const decided = decide(wanted, shop, before, { ...begins, rank: firstRank - 1 }, context);
  if (!decided.ok) return decided;
  const product = decided.value;
  if (product !== before && !(await write(before, product))) {
    const { version = 0, saveId } = (await readProduct(productId)) ?? {};
    if (saveId !== wanted.saveId) return refuse({ code: 'CHANGED_MEANWHILE', version });
  }
  await applyOffers(product, skus);
  return accept({ productId, version: product.version });
}

/** Where a new product stands; new goods come first. */
type Beginning = Pick<ProductRecord, 'rank' | 'onShelf'>;

const write = (before: ProductRecord | undefined, product: ProductRecord): Promise<boolean> =>
  before ? replaceProduct(before.version, product) : insertProduct(product);

/** The record as it will be; the one that is there when this very save was made before. */
function decide(
  wanted: Wanted,
  shop: ShopRecord | undefined,
  before: ProductRecord | undefined,
  begins: Beginning,
  context: Context,
): Reply<ProductRecord, RefusalOf<Save>> {
  const inducement = findInducement(textsOf(wanted));
  if (inducement) return refuse({ code: 'INDUCEMENT', ...inducement });
  const category = shop?.categories.find(({ categoryId }) => categoryId === wanted.categoryId);
  if (!category) return refuse({ code: 'NOT_FOUND', what: 'category' });
  if (before ? before.shopId !== wanted.shopId : wanted.version > 0)
    return refuse({ code: 'NOT_FOUND', what: 'product' });
  if (before?.saveId === wanted.saveId) return accept(before);
  if (before && before.version !== wanted.version)
    return refuse({ code: 'CHANGED_MEANWHILE', version: before.version });
  return accept(recordOf(wanted, category.name, before ?? begins, context));
}

const textsOf = ({ name, subtitle, badge = '', story, facts }: Wanted): Record<string, string> => ({
  ...{ name, subtitle, badge },
  story: story.join('\n'),
  facts: facts.map(({ label, text }) => `${label} ${text}`).join('\n'),
});

function recordOf(
  { productId, shopId, version, saveId, skus, badge, shelveFrom, shelveUntil, ...about }: Wanted,
  categoryName: string,
  before: Beginning & Partial<ProductRecord>,
  { now, openId }: Context,
): ProductRecord {
  const offers: OfferRecord[] = skus.map(({ choice, ...offer }) => ({ choice, ...offer }));
  const next = version + 1;
  return {
    ...{ _id: productId, shopId, version: next, saveId, savedAt: now, savedBy: openId },
    ...about,
    ...(badge && { badge }),
    ...priceSummary(offers),
    rank: before.rank,
    sold: before.sold ?? 0,
    ...shelvingAt({ onShelf: before.onShelf && shelveFrom === undefined, shelveFrom, shelveUntil }, now),
    searchText: [about.name, about.subtitle, categoryName, ...about.facts.map(({ text }) => text)].join(' '),
    pendingOffers: { since: now, offers },
  };
}
