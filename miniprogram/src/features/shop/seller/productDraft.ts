import type { Input, Output } from '@shared/contract';
import { type Fen, fen, yuan } from '@shared/kernel/money';
import { choiceKey, everyChoice, mostSkus } from '@shared/shop/offer';
import { plannedShelving } from '@shared/shop/shelving';

/** A product as its seller edits it. */
type Product = Output<'shop.getMyProduct'>;
type Saved = Input<'shop.saveProduct'>;

/** One SKU while it is typed: money in yuan, all as text. */
export interface SkuDraft {
  price: string;
  wasPrice: string;
  followerPrice: string;
  cost: string;
  stock: string;
  grams: string;
  lowAt: string;
  barcode: string;
  /** Not sold, though its options say it could be. */
  off: boolean;
  /** What there is of a SKU that exists; its stock is changed elsewhere. */
  stocked?: number;
}

/** A product while it is typed. */
export interface ProductDraft {
  productId: string;
  version: number;
  name: string;
  subtitle: string;
  categoryId: string;
  badge: string;
  pictures: readonly string[];
  /** One paragraph a line. */
  story: string;
  /** One a line: `产地：清徐`. */
  facts: string;
  /** Values are apart by commas; where there is none, by spaces: `500 g，1 kg`, or `一斤 两斤`. */
  options: readonly { name: string; values: string }[];
  /** When it comes on the shelf and goes off it by itself (ms). */
  shelveFrom: number | undefined;
  shelveUntil: number | undefined;
  /** By `choiceKey`; a choice that nothing was typed for is missing. */
  skus: Readonly<Record<string, SkuDraft>>;
}

const newSku: SkuDraft = {
  ...{ price: '', wasPrice: '', followerPrice: '', cost: '', stock: '', grams: '500', lowAt: '5', barcode: '' },
  off: false,
};

export const newDraft = (productId: string): ProductDraft => ({
  ...{ productId, version: 0, name: '', subtitle: '', categoryId: '', badge: '', pictures: [], story: '', facts: '' },
  ...{ options: [], skus: {}, shelveFrom: undefined, shelveUntil: undefined },
});

/** What is there, as a draft. */
export function draftOf(product: Product): ProductDraft {
  const { productId, version, name, subtitle, categoryId, badge = '', pictures, story, facts, options, skus } = product;
  const known = Object.fromEntries(skus.map((sku) => [choiceKey(sku.choice), skuDraftOf(sku)]));
  const missing = everyChoice(options)
    .map(choiceKey)
    .filter((key) => !known[key]);
  return {
    ...{ productId, version, name, subtitle, categoryId, badge, pictures },
    ...{ shelveFrom: product.shelveFrom, shelveUntil: product.shelveUntil },
    story: story.join('\n'),
    facts: facts.map(({ label, text }) => `${label}：${text}`).join('\n'),
    options: options.map((option) => ({ name: option.name, values: valuesText(option.values) })),
    skus: { ...known, ...Object.fromEntries(missing.map((key) => [key, { ...newSku, off: true }])) },
  };
}

/** A new product like one that is there. */
export function copyOf(product: Product, productId: string): ProductDraft {
  const draft = draftOf(product);
  const skus = Object.entries(draft.skus).map(([key, { stocked: _there, ...sku }]) => [key, { ...sku, barcode: '' }]);
  return {
    ...{ ...draft, productId, version: 0, name: `${draft.name} 副本`.slice(0, 30), skus: Object.fromEntries(skus) },
    ...{ shelveFrom: undefined, shelveUntil: undefined },
  };
}

const skuDraftOf = (sku: Product['skus'][number]): SkuDraft => ({
  ...{ price: yuanOf(sku.price), wasPrice: yuanOf(sku.wasPrice), followerPrice: yuanOf(sku.followerPrice) },
  ...{ cost: yuanOf(sku.cost), grams: String(sku.grams), lowAt: String(sku.lowAt), barcode: sku.barcode ?? '' },
  ...{ stock: String(sku.stock), stocked: sku.stock, off: false },
});

const yuanOf = (amount: Fen | undefined): string => (amount === undefined ? '' : yuan(amount).replace(/\.00$/, ''));

/** The options as they are typed so far; an empty one is none. */
const optionsOf = ({ options }: ProductDraft) =>
  options
    .map(({ name, values }) => ({ name: name.trim(), values: [...new Set(words(values))] }))
    .filter(({ values }) => values.length > 0);

const commas = /[,，、;；]+/;

const words = (text: string): string[] =>
  text
    .split(commas.test(text) ? commas : /\s+/)
    .map((word) => word.trim())
    .filter(Boolean);

/** What `words` takes apart again; a comma behind a lone value keeps its spaces. */
const valuesText = (values: readonly string[]): string =>
  values.length === 1 && /\s/.test(values[0] ?? '') ? `${values[0]}，` : values.join('，');

/** The SKUs that follow from the options, each with what was typed for it. */
export function rowsOf(draft: ProductDraft): { choice: string[]; key: string; sku: SkuDraft }[] {
  return everyChoice(optionsOf(draft))
    .slice(0, mostSkus + 1)
    .map((choice) => {
      const key = choiceKey(choice);
      return { choice, key, sku: draft.skus[key] ?? newSku };
    });
}

/** Fills a field of all SKUs that are sold. */
export const fillAll = (draft: ProductDraft, part: Partial<SkuDraft>): ProductDraft => ({
  ...draft,
  skus: {
    ...draft.skus,
    ...Object.fromEntries(rowsOf(draft).map(({ key, sku }) => [key, sku.off ? sku : { ...sku, ...part }])),
  },
});

type Place = 'pictures' | 'name' | 'categoryId' | 'facts' | 'story' | 'options' | 'skus' | 'shelf';

/** What is wrong with a draft at a moment (ms), by place; empty when nothing is. The server checks the same again. */
export function productProblems(draft: ProductDraft, now: number): Partial<Record<Place, string>> {
  const problems: Partial<Record<Place, string>> = {};
  const rows = rowsOf(draft);
  const sold = rows.filter(({ sku }) => !sku.off);
  const wrong = sold.find(({ sku }) => skuProblem(sku));
  if (draft.pictures.length === 0) problems.pictures = '请至少放一张图片';
  if (!draft.name.trim()) problems.name = '请填写商品名称';
  if (!draft.categoryId) problems.categoryId = '请选择一个分类';
  if (lines(draft.facts).some((line) => !factOf(line))) problems.facts = '每行写一条，如「产地：清徐」';
  if (lines(draft.story).some((line) => line.length > 500)) problems.story = '每段最多 500 字';
  if (optionsOf(draft).some(({ name }) => !name)) problems.options = '请给每种规格起个名字，如「重量」';
  if (rows.length > mostSkus) problems.options = `规格太多了，最多 ${mostSkus} 种组合`;
  if (sold.length === 0) problems.skus = '至少要有一种在卖';
  else if (wrong) problems.skus = `${wrong.choice.join('，') || '价格与库存'}：${skuProblem(wrong.sku)}`;
  const shelf = shelfProblem(draft, now);
  if (shelf) problems.shelf = shelf;
  return problems;
}

function shelfProblem({ shelveFrom = 0, shelveUntil }: ProductDraft, now: number): string | undefined {
  if (shelveUntil === undefined) return undefined;
  if (shelveUntil <= shelveFrom) return '下架要晚于上架';
  return shelveUntil <= now ? '下架时间已经过了' : undefined;
}

/** What is wrong with one SKU. */
export function skuProblem({ price, wasPrice, followerPrice, cost, stock, grams, lowAt, barcode }: SkuDraft) {
  const amount = fenOf(price);
  if (!amount) return '请填写价格';
  if (wasPrice && (fenOf(wasPrice) ?? 0) <= amount) return '原价要高于价格';
  if (followerPrice && (fenOf(followerPrice) ?? amount) >= amount) return '会员价要低于价格';
  if (cost && fenOf(cost) === undefined) return '成本请填写金额';
  if (!isCount(stock)) return '请填写库存件数';
  if (!isCount(grams) || !isCount(lowAt)) return '重量和预警请填写整数';
  if (barcode && !/^\d{8,14}$/.test(barcode)) return '条码是 8 到 14 位数字';
  return undefined;
}

/** A draft without problems as it is saved. */
export function productOf(draft: ProductDraft, shopId: string, saveId: string): Saved {
  const { productId, version, name, subtitle, categoryId, badge, pictures, story, facts } = draft;
  return {
    ...{ shopId, productId, saveId, version, name: name.trim(), subtitle: subtitle.trim(), categoryId },
    ...(badge.trim() && { badge: badge.trim() }),
    ...plannedShelving(draft),
    pictures: [...pictures],
    story: lines(story),
    facts: lines(facts).flatMap((line) => factOf(line) ?? []),
    options: optionsOf(draft),
    skus: rowsOf(draft)
      .filter(({ sku }) => !sku.off)
      .map(({ choice, sku }) => offerOf(choice, sku)),
  };
}

function offerOf(choice: string[], sku: SkuDraft): Saved['skus'][number] {
  const wasPrice = fenOf(sku.wasPrice);
  const followerPrice = fenOf(sku.followerPrice);
  const cost = fenOf(sku.cost);
  return {
    ...{ choice, price: fenOf(sku.price) ?? fen(0), grams: Number(sku.grams), lowAt: Number(sku.lowAt) },
    ...{ stock: sku.stocked ?? Number(sku.stock) },
    ...(wasPrice !== undefined && { wasPrice }),
    ...(followerPrice !== undefined && { followerPrice }),
    ...(cost !== undefined && { cost }),
    ...(sku.barcode && { barcode: sku.barcode }),
  };
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function factOf(line: string): { label: string; text: string } | undefined {
  const [, label = '', text = ''] = /^([^：:]{1,10})[：:]\s*(.{1,60})$/.exec(line) ?? [];
  return label && text ? { label: label.trim(), text: text.trim() } : undefined;
}

/** `12.5` → 1250 fen; `undefined` for anything that is no amount. */
const fenOf = (text: string): Fen | undefined =>
  /^\d{1,6}(\.\d{1,2})?$/.test(text) ? fen(Math.round(Number(text) * 100)) : undefined;

const isCount = (text: string): boolean => /^\d{1,6}$/.test(text);
