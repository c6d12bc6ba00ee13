import type { Input, Output } from '@shared/contract';

/** What stands at the front of a shop, while it is typed. */
export type FrontDraft = Omit<Input<'shop.saveShopFront'>, 'shopId' | 'slogan' | 'notice'> & {
  slogan: string;
  notice: string;
};

/** What is there, as a draft. */
export const frontDraftOf = ({ shop, categories }: Output<'shop.getShopHome'>): FrontDraft => ({
  ...{ name: shop.name, slogan: shop.slogan, notice: shop.notice, logo: shop.logo },
  categories: categories.map((category) => ({ ...category })),
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
