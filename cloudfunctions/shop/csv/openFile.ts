import { accept, type RefusalOf, type Reply, refuse } from '../../../shared/kernel/operation';
import type { ShopContract } from '../../../shared/shop/contract';
import { readGoods } from '../products';
import { readShop } from '../shops';
import { readSkusOfProducts } from '../skus';
import { mostRows } from './columns';
import { decodeText } from './decodeText';
import { type ParsedRow, parseRow } from './parseRow';
import { planImport } from './planImport';
import type { ProductPlan, Stocked } from './planProduct';
import { readSheet, type SheetProblem } from './readSheet';

type Refusal = Extract<RefusalOf<ShopContract['previewImport']>, { code: 'FILE_UNREADABLE' }>;

/** What an import of a file would do to a shop, and everything that is wrong with it. */
export interface OpenedFile {
  encoding: 'utf-8' | 'gb18030';
  rows: number;
  plans: ProductPlan[];
  problems: SheetProblem[];
}

/** The most products of a shop that can be exported or imported. */
export const mostProducts = 1_000;

/** Reads a file (as base64) of goods, row by row, beside what the shop has. Nothing is written. */
export async function openFile(shopId: string, file: string, importId: string): Promise<Reply<OpenedFile, Refusal>> {
  const decoded = decodeText(Buffer.from(file, 'base64'));
  if (!decoded) return refuse({ code: 'FILE_UNREADABLE', because: 'encoding' });
  const sheet = readSheet(decoded.text);
  if (sheet.rows.length === 0) return refuse({ code: 'FILE_UNREADABLE', because: 'empty' });
  if (sheet.rows.length > mostRows) return refuse({ code: 'FILE_UNREADABLE', because: 'tooManyRows' });

  const read = sheet.rows.map(parseRow);
  const parsed = read.flatMap((each) => each.parsed ?? []);
  const { plans, problems } = planImport(parsed, await readStocked(shopId, parsed), importId);
  return accept({
    ...{ encoding: decoded.encoding, rows: sheet.rows.length, plans },
    problems: firstOfEachCell([...sheet.problems, ...read.flatMap((each) => each.problems), ...problems]),
  });
}

/** One problem a cell, in the order of the rows: a formula is no amount either. */
function firstOfEachCell(problems: readonly SheetProblem[]): SheetProblem[] {
  const first = new Map<string, SheetProblem>();
  for (const problem of problems) {
    const key = `${problem.row} ${problem.column}`;
    if (!first.has(key)) first.set(key, problem);
  }
  return [...first.values()].sort((a, b) => a.row - b.row);
}

async function readStocked(shopId: string, rows: readonly ParsedRow[]): Promise<Stocked> {
  const [shop, products] = await Promise.all([readShop(shopId), readGoods(shopId, undefined, mostProducts)]);
  const named = new Set(rows.flatMap(({ productId, name }) => [productId, name]));
  const own = products.filter(({ _id, name }) => named.has(_id) || named.has(name));
  const skus = await readAllSkus(own.map(({ _id }) => _id));
  return { categories: shop?.categories ?? [], logo: shop?.logo ?? '', products, skus };
}

/** A product has at most a hundred SKUs, and one read brings a thousand. */
const productsOfOneRead = 10;

/** The SKUs of these products, however many there are. */
export async function readAllSkus(productIds: readonly string[]) {
  const groups = Array.from({ length: Math.ceil(productIds.length / productsOfOneRead) }, (_none, index) =>
    productIds.slice(index * productsOfOneRead, (index + 1) * productsOfOneRead),
  );
  return (await Promise.all(groups.map(readSkusOfProducts))).flat();
}
