import type { Output } from '@shared/contract';

/** A product with all its SKUs, as its page shows it. */
export type Product = Output<'shop.getProduct'>;
type Sku = Product['skus'][number];

/** One value per option of the product, `undefined` where nothing is chosen yet. */
export type Choice = readonly (string | undefined)[];

/** What is chosen when a product opens: the only SKU, or the first that is in stock; nothing when all are sold out. */
export function firstChoice({ options, skus }: Product): Choice {
  const sku = skus.length === 1 ? skus[0] : skus.find(({ stock }) => stock > 0);
  return sku?.choice ?? options.map(() => undefined);
}

/** The SKU of a complete choice. */
export const skuOf = (skus: readonly Sku[], choice: Choice): Sku | undefined =>
  skus.find((sku) => sku.choice.every((value, option) => choice[option] === value));

/** Whether there is anything, sold out or not, for `value` together with what is chosen for the others. */
export const isThere = (skus: readonly Sku[], choice: Choice, option: number, value: string): boolean =>
  skus.some((sku) => agrees(sku, choose(choice, option, value)));

/** Whether `value` for that option, together with what is chosen for the others, leads to something in stock. */
export const canChoose = (skus: readonly Sku[], choice: Choice, option: number, value: string): boolean =>
  skus.some((sku) => sku.stock > 0 && agrees(sku, choose(choice, option, value)));

/** The choice with `value` for that option; chosen again, the same value is taken back. */
export const toggle = (choice: Choice, option: number, value: string): Choice =>
  choose(choice, option, choice[option] === value ? undefined : value);

/** What is left to choose: `['规格']`. */
export const openOptions = ({ options }: Product, choice: Choice): string[] =>
  options.filter((_, option) => choice[option] === undefined).map(({ name }) => name);

const choose = (choice: Choice, option: number, value: string | undefined): Choice =>
  choice.map((before, index) => (index === option ? value : before));

const agrees = (sku: Sku, choice: Choice): boolean =>
  choice.every((value, option) => value === undefined || sku.choice[option] === value);
