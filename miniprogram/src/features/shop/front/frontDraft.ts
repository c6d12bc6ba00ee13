import type { Input, Output } from '@shared/contract';

type Front = Output<'shop.getShopFront'>;
type Saved = Input<'shop.saveShopFront'>;

/** A banner while it is edited: its picture, where it leads, what that is called, and whether shoppers see it not. */
export type BannerDraft = Front['banners'][number];

/** What stands at the front of a shop, while it is typed. */
export interface FrontDraft extends Pick<Front, 'name' | 'slogan' | 'notice' | 'logo'> {
  categories: Saved['categories'];
  banners: readonly BannerDraft[];
}

/** What is there, as a draft. */
export const frontDraftOf = ({ categories, ...front }: Front): FrontDraft => ({
  ...front,
  categories: categories.map((category) => ({ ...category })),
});

/** A draft as it is saved. */
export const frontOf = ({ banners, ...front }: FrontDraft, shopId: string): Saved => ({
  ...front,
  shopId,
  banners: banners.map(({ picture, target }) => ({ picture, ...(target && { target }) })),
});

type Place = 'name' | 'logo' | 'categories';

/** What is wrong with a draft, by place; empty when nothing is. The server checks the same again. */
export function frontProblems({ name, logo, categories }: FrontDraft): Partial<Record<Place, string>> {
  const names = categories.map((category) => category.name.trim());
  const problems: Partial<Record<Place, string>> = {};
  if (!name.trim()) problems.name = '请填写店名';
  if (!logo) problems.logo = '请放一张店标';
  if (names.includes('')) problems.categories = '分类要有名字';
  else if (new Set(names).size < names.length) problems.categories = '有两个分类同名';
  return problems;
}

/** One place up; the first stays where it is. */
export function raised<Item>(items: readonly Item[], index: number): Item[] {
  const above = items[index - 1];
  const item = items[index];
  if (above === undefined || item === undefined) return [...items];
  return items.map((each, place) => (place === index ? above : place === index - 1 ? item : each));
}
