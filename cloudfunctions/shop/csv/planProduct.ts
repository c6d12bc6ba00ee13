import { createHash } from 'node:crypto';
import { findInducement } from '../../../shared/fan/findInducements';
import type { Fen } from '../../../shared/kernel/money';
import type { CsvProblem } from '../../../shared/shop/csvProblems';
import { choiceKey, mostSkus } from '../../../shared/shop/offer';
import { plannedShelving, type Shelving } from '../../../shared/shop/shelving';
import { statedIn } from '../offers';
import type { OfferRecord, ProductRecord } from '../products';
import type { SkuRecord } from '../skus';
import { type Column, columns } from './columns';
import type { ParsedRow } from './parseRow';

/** What a shop has, as far as a sheet can change it. */
export interface Stocked {
  categories: readonly { categoryId: string; name: string }[];
  /** A picture for what has none of its own yet. */
  logo: string;
  products: readonly ProductRecord[];
  /** Of the products that the sheet is about. */
  skus: readonly SkuRecord[];
}

/** A product as it is to be after an import. */
export interface ProductPlan {
  kind: 'new' | 'changed' | 'same';
  productId: string;
  /** 0 for a new one. */
  version: number;
  about: Pick<ProductRecord, 'name' | 'subtitle' | 'categoryId' | 'pictures' | 'story' | 'facts' | 'options'> & {
    badge?: string;
  } & Omit<Shelving, 'onShelf'>;
  offers: OfferRecord[];
  /** The titles of the columns that change something. */
  columns: string[];
  /** SKUs that are there, with another stock than the sheet says. */
  stockIgnored: number;
}

/** Told what is wrong with a row, and in which column. */
export type Complain = (row: ParsedRow, column: Column, because: CsvProblem) => void;

/** What becomes of one product by its rows; `undefined` when something is wrong with them, which is told to `complain`. */
export function planProduct(
  own: readonly ParsedRow[],
  before: ProductRecord | undefined,
  stocked: Stocked,
  importId: string,
  complain: Complain,
): ProductPlan | undefined {
  const [first] = own;
  if (!first) return undefined;
  let isWrong = false;
  const wrong: Complain = (...what) => {
    isWrong = true;
    complain(...what);
  };
  for (const column of ['name', 'subtitle', 'category', 'badge'] as const) {
    for (const row of own) if (row[column] !== first[column]) wrong(row, column, 'differsWithinProduct');
  }
  const categoryId = categoryOf(first, before, stocked, wrong);
  const options = optionsOf(own, before, wrong);
  const known = stocked.skus.filter((sku) => sku.productId === before?._id && !sku.withdrawn);
  const offers = offersOf(own, known, wrong);
  if (offers.length > mostSkus) wrong(first, 'value1', 'tooManyChoices');
  const about = {
    ...{ name: first.name, subtitle: first.subtitle ?? before?.subtitle ?? '', categoryId, options },
    ...{ pictures: before?.pictures ?? [stocked.logo], story: before?.story ?? [], facts: before?.facts ?? [] },
    ...badgeOf(first.badge ?? before?.badge ?? ''),
    ...plannedShelving(before ?? {}),
  };
  const inducement = findInducement({ name: about.name, subtitle: about.subtitle, badge: first.badge ?? '' });
  if (inducement) wrong(first, inducement.field as Column, 'forbiddenWord');
  if (isWrong) return undefined;

  const changed = before ? changedColumns(before, known, about, offers) : [];
  return {
    kind: before ? (changed.length > 0 ? 'changed' : 'same') : 'new',
    productId: before?._id ?? newProductId(importId, first.name),
    version: before?.version ?? 0,
    ...{ about, offers, columns: changed },
    stockIgnored: own.filter((row) => differsInStock(row, known)).length,
  };
}

const badgeOf = (badge: string) => (badge ? { badge } : {});

/** The same import makes the same product, however often it is tried. */
const newProductId = (importId: string, name: string): string =>
  `p${createHash('sha256').update(`${importId}\n${name}`).digest('hex').slice(0, 22)}`;

function categoryOf(
  row: ParsedRow,
  before: ProductRecord | undefined,
  { categories }: Stocked,
  wrong: Complain,
): string {
  if (row.category === undefined && before) return before.categoryId;
  const found = categories.find(({ name }) => name === row.category);
  if (!found) wrong(row, 'category', row.category === undefined ? 'required' : 'unknownCategory');
  return found?.categoryId ?? '';
}

/** The product's options, with the values that are new; every row names the same ones. */
function optionsOf(own: readonly ParsedRow[], before: ProductRecord | undefined, wrong: Complain) {
  const names = before?.options.map(({ name }) => name) ?? own[0]?.options.map(({ name }) => name) ?? [];
  for (const row of own) {
    if (row.options.map(({ name }) => name).join('\n') !== names.join('\n')) wrong(row, 'option1', 'optionsDiffer');
  }
  if (new Set(names).size < names.length) for (const row of own) wrong(row, 'option1', 'optionsDiffer');
  for (const [place, column] of (['value1', 'value2', 'value3'] as const).entries()) {
    for (const row of own) {
      const value = row.options[place]?.value ?? '';
      // The product's form parts values by these.
      if (/[,，、;；]/.test(value) && !before?.options[place]?.values.includes(value))
        wrong(row, column, 'commaInValue');
    }
  }
  const options = names.map((name, place) => {
    const values = [
      ...(before?.options[place]?.values ?? []),
      ...own.flatMap(({ options: all }) => all[place]?.value ?? []),
    ];
    return { name, values: [...new Set(values)] };
  });
  const [first] = own;
  if (first && options.some(({ values }) => values.length > 20)) wrong(first, 'value1', 'tooManyChoices');
  return options;
}

const choiceOf = ({ options }: ParsedRow): string[] => options.map(({ value }) => value);

/** Every SKU of the product as it is to be: those that are there, changed or not, and then the new ones. */
function offersOf(own: readonly ParsedRow[], known: readonly SkuRecord[], wrong: Complain): OfferRecord[] {
  const offers = new Map(known.map((sku) => [choiceKey(sku.choice), offerOf(sku)]));
  const seen = new Set<string>();
  for (const row of own) {
    const key = choiceKey(choiceOf(row));
    if (seen.has(key)) wrong(row, 'value1', 'sameChoiceTwice');
    seen.add(key);
    offers.set(key, changedOffer(row, offers.get(key)));
  }
  return [...offers.values()];
}

const offerOf = (sku: SkuRecord): OfferRecord => ({ choice: sku.choice, stock: sku.stock, ...statedIn(sku) });

function changedOffer(row: ParsedRow, before: OfferRecord | undefined): OfferRecord {
  const wasPrice = amountOf(row.wasPrice, before?.wasPrice);
  const followerPrice = amountOf(row.followerPrice, before?.followerPrice);
  const cost = amountOf(row.cost, before?.cost);
  const barcode = row.barcode ?? before?.barcode;
  return {
    ...{ choice: choiceOf(row), price: row.price, stock: before?.stock ?? row.stock ?? 0 },
    ...{ grams: row.grams ?? before?.grams ?? 500, lowAt: row.lowAt ?? before?.lowAt ?? 5 },
    ...(wasPrice !== undefined && { wasPrice }),
    ...(followerPrice !== undefined && { followerPrice }),
    ...(cost !== undefined && { cost }),
    ...(barcode && { barcode }),
  };
}

const amountOf = (cell: Fen | 'none' | undefined, before: Fen | undefined): Fen | undefined =>
  cell === undefined ? before : cell === 'none' ? undefined : cell;

const stated = ['price', 'wasPrice', 'followerPrice', 'cost', 'barcode', 'grams', 'lowAt'] as const;

/** The titles of the columns that say something else than what is there. */
function changedColumns(
  before: ProductRecord,
  known: readonly SkuRecord[],
  about: ProductPlan['about'],
  offers: readonly OfferRecord[],
): string[] {
  const skus = new Map(known.map((sku) => [choiceKey(sku.choice), sku]));
  const changed: Column[] = [
    ...(before.name === about.name ? [] : ['name' as const]),
    ...(before.subtitle === about.subtitle ? [] : ['subtitle' as const]),
    ...(before.categoryId === about.categoryId ? [] : ['category' as const]),
    ...((before.badge ?? '') === (about.badge ?? '') ? [] : ['badge' as const]),
    ...(offers.length === known.length ? [] : ['value1' as const]),
    ...stated.filter((field) =>
      offers.some((offer) => {
        const sku = skus.get(choiceKey(offer.choice));
        return sku && sku[field] !== offer[field];
      }),
    ),
  ];
  return changed.map((column) => columns[column]);
}

const differsInStock = (row: ParsedRow, known: readonly SkuRecord[]): boolean => {
  const sku = known.find(({ choice }) => choiceKey(choice) === choiceKey(choiceOf(row)));
  return sku !== undefined && row.stock !== undefined && row.stock !== sku.stock;
};
