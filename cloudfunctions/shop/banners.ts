import type { OutputOf } from '../../shared/kernel/operation';
import type { ShopContract } from '../../shared/shop/contract';
import type { Banner, BannerTarget } from '../../shared/shop/operations/front';
import { readPublishedHeads, readTitles } from '../content/public';
import { type ProductRecord, readProducts } from './products';

/** A banner as its shop edits it. */
type EditedBanner = OutputOf<ShopContract['getShopFront']>['banners'][number];

/** The banners that shoppers can look at and follow: two calls side by side, none where none leads to anything. */
export async function readShownBanners(banners: readonly Banner[]) {
  const titles = await readOpenTitles(banners, readProducts(productIds(banners)));
  return banners.flatMap((banner) => {
    const title = titleIn(titles, banner);
    return title === undefined ? [] : [{ ...banner, title }];
  });
}

/** All banners of a shop with what their targets are called, and whether shoppers see them now. */
export async function readEditedBanners(shopId: string, banners: readonly Banner[]): Promise<EditedBanner[]> {
  const products = readProducts(productIds(banners));
  const [open, own] = await Promise.all([readOpenTitles(banners, products), readOwnTitles(shopId, banners, products)]);
  return banners.map((banner) => ({
    ...banner,
    title: titleIn(own, banner) ?? '',
    hidden: titleIn(open, banner) === undefined,
  }));
}

/** The first of these banners whose target is not the shop's; -1 for none. */
export async function findForeignBanner(shopId: string, banners: readonly Banner[]): Promise<number> {
  const titles = await readOwnTitles(shopId, banners, readProducts(productIds(banners)));
  return banners.findIndex((banner) => titleIn(titles, banner) === undefined);
}

/** What targets are called, by `keyOf`. */
type Titles = ReadonlyMap<string, string>;

/** Of those that shoppers can open. */
async function readOpenTitles(banners: readonly Banner[], reading: Promise<ProductRecord[]>): Promise<Titles> {
  const [products, articles] = await Promise.all([reading, readPublishedHeads(articleIds(banners))]);
  return titlesOf(
    products.filter(({ onShelf }) => onShelf),
    [...articles].map(([articleId, { title }]) => [articleId, title]),
  );
}

/** Of those that are this shop's, seen by shoppers or not. */
async function readOwnTitles(
  shopId: string,
  banners: readonly Banner[],
  reading: Promise<ProductRecord[]>,
): Promise<Titles> {
  const [products, articles] = await Promise.all([reading, readTitles(shopId, articleIds(banners))]);
  return titlesOf(
    products.filter((product) => product.shopId === shopId),
    [...articles],
  );
}

const titlesOf = (products: readonly ProductRecord[], articles: readonly (readonly [string, string])[]): Titles =>
  new Map([
    ...products.map(({ _id, name }) => [keyOf({ page: 'product', productId: _id }), name] as const),
    ...articles.map(([articleId, title]) => [keyOf({ page: 'article', articleId }), title] as const),
  ]);

/** Products and articles may have the same id. */
const keyOf = (target: Exclude<BannerTarget, { page: 'coupons' }>): string =>
  target.page === 'product' ? `product ${target.productId}` : `article ${target.articleId}`;

function titleIn(titles: Titles, { target }: Banner): string | undefined {
  if (!target) return '';
  return target.page === 'coupons' ? '领优惠券' : titles.get(keyOf(target));
}

const productIds = (banners: readonly Banner[]): string[] =>
  banners.flatMap(({ target }) => (target?.page === 'product' ? [target.productId] : []));

const articleIds = (banners: readonly Banner[]): string[] =>
  banners.flatMap(({ target }) => (target?.page === 'article' ? [target.articleId] : []));
