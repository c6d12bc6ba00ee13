import Papa from 'papaparse';
import { type Fen, yuan } from '../../../shared/kernel/money';
import { accept } from '../../../shared/kernel/operation';
import { safeCell } from '../../../shared/kernel/sheetCells';
import type { ShopContract } from '../../../shared/shop/contract';
import { inOptionOrder } from '../../../shared/shop/offer';
import type { Handler } from '../../_runtime/serve';
import { type ProductRecord, readGoods } from '../products';
import { readShop } from '../shops';
import type { SkuRecord } from '../skus';
import { type Column, columnKeys, columns } from './columns';
import { mostProducts, readAllSkus } from './openFile';

/** Spreadsheets take a file without it for GBK. */
const byteOrderMark = '\uFEFF';

export const exportProducts: Handler<ShopContract['exportProducts']> = async ({ shopId }) => {
  const [shop, products] = await Promise.all([readShop(shopId), readGoods(shopId, undefined, mostProducts)]);
  const skus = (await readAllSkus(products.map(({ _id }) => _id))).filter(({ withdrawn }) => !withdrawn);
  const categories = new Map(shop?.categories.map(({ categoryId, name }) => [categoryId, name]));
  const rows = products.flatMap((product) => {
    const own = skus.filter(({ productId }) => productId === product._id);
    return inOptionOrder(own, product.options).map((sku) =>
      rowOf(product, sku, categories.get(product.categoryId) ?? ''),
    );
  });
  return accept({ file: csvOf(rows), products: products.length, skus: rows.length });
};

/** A row's cells by their columns. */
export type ExportedRow = Record<Column, string>;

/** A sheet that spreadsheets open as it is, and run nothing of. */
export const csvOf = (rows: readonly ExportedRow[]): string =>
  byteOrderMark +
  Papa.unparse(
    [columnKeys.map((key) => columns[key]), ...rows.map((row) => columnKeys.map((key) => safeCell(row[key])))],
    { newline: '\r\n' },
  );

/** One SKU with its product, as a sheet says it. */
export function rowOf(product: ProductRecord, sku: SkuRecord, category: string): ExportedRow {
  const { _id: productId, name, subtitle, badge = '', options } = product;
  const [option1 = '', option2 = '', option3 = ''] = options.map((option) => option.name);
  const [value1 = '', value2 = '', value3 = ''] = sku.choice;
  return {
    ...{ productId, name, subtitle, category, badge, option1, value1, option2, value2, option3, value3 },
    ...{ price: yuan(sku.price), wasPrice: money(sku.wasPrice), followerPrice: money(sku.followerPrice) },
    ...{ cost: money(sku.cost), barcode: sku.barcode ?? '', grams: `${sku.grams}`, lowAt: `${sku.lowAt}` },
    stock: `${sku.stock}`,
  };
}

const money = (amount: Fen | undefined): string => (amount === undefined ? '' : yuan(amount));
