import { columns } from './columns';
import type { ParsedRow } from './parseRow';
import { type Complain, type ProductPlan, planProduct, type Stocked } from './planProduct';
import type { SheetProblem } from './readSheet';

/**
 * What an import of these rows makes of a shop's goods, and what is wrong with them as a whole. Products are those with
 * the row's number, or else its name; what the sheet does not speak of stays as it is.
 */
export function planImport(
  rows: readonly ParsedRow[],
  stocked: Stocked,
  importId: string,
): { plans: ProductPlan[]; problems: SheetProblem[] } {
  const problems: SheetProblem[] = [];
  const complain: Complain = ({ row }, column, because) => {
    problems.push({ row, column: columns[column], because });
  };
  complainOfBarcodes(rows, complain);
  const plans: ProductPlan[] = [];
  for (const own of productsOf(rows)) {
    const before = productOf(own, stocked, complain);
    if (before === 'wrong') continue;
    const plan = planProduct(own, before, stocked, importId, complain);
    if (plan) plans.push(plan);
  }
  return { plans, problems };
}

/** The rows of each product, in their order. */
function productsOf(rows: readonly ParsedRow[]): ParsedRow[][] {
  const groups = new Map<string, ParsedRow[]>();
  for (const row of rows) {
    const key = row.productId || `名 ${row.name}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

function complainOfBarcodes(rows: readonly ParsedRow[], complain: Complain): void {
  const seen = new Set<string>();
  for (const row of rows) {
    if (row.barcode && seen.has(row.barcode)) complain(row, 'barcode', 'sameBarcodeTwice');
    if (row.barcode) seen.add(row.barcode);
  }
}

/** The product that is there already; `undefined` for a new one. */
function productOf(own: readonly ParsedRow[], { products }: Stocked, complain: Complain) {
  const [first] = own;
  if (!first) return 'wrong';
  const { productId, name } = first;
  const found = products.filter((product) => (productId ? product._id === productId : product.name === name));
  if (found.length > 1) complain(first, 'name', 'ambiguousName');
  if (productId && found.length === 0) complain(first, 'productId', 'unknownProduct');
  return found.length > 1 || (productId && found.length === 0) ? 'wrong' : found[0];
}
