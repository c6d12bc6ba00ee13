import type { Fen } from '../../../shared/kernel/money';
import { parseYuan } from '../../../shared/kernel/parseYuan';
import type { CsvProblem } from '../../../shared/shop/csvProblems';
import { type Column, columns } from './columns';
import type { SheetProblem, SheetRow } from './readSheet';

/** What a row says of its product and SKU. What the sheet has no column for is `undefined`; an empty cell is empty. */
export interface ParsedRow {
  row: number;
  productId: string;
  name: string;
  subtitle: string | undefined;
  category: string | undefined;
  badge: string | undefined;
  /** Those that are filled in. */
  options: { name: string; value: string }[];
  price: Fen;
  wasPrice: Fen | 'none' | undefined;
  followerPrice: Fen | 'none' | undefined;
  cost: Fen | 'none' | undefined;
  barcode: string | undefined;
  grams: number | undefined;
  lowAt: number | undefined;
  stock: number | undefined;
}

/** A row's cells as values, or what is wrong with each of them. */
export function parseRow({ row, cells }: SheetRow): { parsed?: ParsedRow; problems: SheetProblem[] } {
  const problems: SheetProblem[] = [];
  const complain = (column: Column, because: CsvProblem) => {
    problems.push({ row, column: columns[column], because });
    return undefined;
  };
  const text = (column: Column, most: number) => textIn(cells[column], most, (because) => complain(column, because));
  const money = (column: Column): Fen | 'none' | undefined => {
    const cell = cells[column];
    if (cell === undefined) return undefined;
    return cell === '' ? 'none' : (parseYuan(cell.replace(/^[¥￥]/, '')) ?? complain(column, 'notMoney'));
  };
  const count = (column: Column) => {
    const cell = cells[column];
    if (cell === undefined || cell === '') return undefined;
    return /^\d{1,6}$/.test(cell) ? Number(cell) : complain(column, 'notCount');
  };

  const name = text('name', 30);
  if (name === '') complain('name', 'required');
  const price = money('price');
  if (price === 'none') complain('price', 'required');
  if (price === 0) complain('price', 'notMoney');
  const wasPrice = money('wasPrice');
  const followerPrice = money('followerPrice');
  if (isAmount(price) && isAmount(wasPrice) && wasPrice <= price) complain('wasPrice', 'wasPriceNotHigher');
  if (isAmount(price) && isAmount(followerPrice) && (followerPrice >= price || followerPrice === 0))
    complain('followerPrice', 'followerPriceNotLower');
  const barcode = cells.barcode;
  if (barcode && !/^\d{8,14}$/.test(barcode)) complain('barcode', 'notBarcode');
  if (cells.category === '') complain('category', 'required');

  const rest = {
    ...{ productId: cells.productId ?? '', subtitle: text('subtitle', 40), category: cells.category },
    ...{ badge: text('badge', 6), options: optionsIn(cells, text, complain), cost: money('cost') },
    ...{ barcode, grams: count('grams'), lowAt: count('lowAt'), stock: count('stock') },
  };
  if (problems.length > 0 || !name || !isAmount(price)) return { problems };
  return { parsed: { row, name, price, wasPrice, followerPrice, ...rest }, problems };
}

const isAmount = (amount: Fen | string | undefined): amount is Fen => typeof amount === 'number';

function textIn(cell: string | undefined, most: number, complain: (because: CsvProblem) => undefined) {
  if (cell === undefined) return undefined;
  if (/\p{Cc}/u.test(cell)) return complain('controlCharacter');
  return cell.length > most ? complain('tooLong') : cell;
}

function optionsIn(
  cells: SheetRow['cells'],
  text: (column: Column, most: number) => string | undefined,
  complain: (column: Column, because: CsvProblem) => undefined,
): ParsedRow['options'] {
  return ([1, 2, 3] as const).flatMap((place) => {
    const name = text(`option${place}`, 10) ?? '';
    const value = text(`value${place}`, 20) ?? '';
    if (name === '' && value === '') return [];
    if (name !== '' && value !== '') return [{ name, value }];
    // What is too long is told already.
    const isThere = (column: Column) => (cells[column] ?? '') !== '';
    if (!isThere(`option${place}`)) complain(`option${place}`, 'optionWithoutValue');
    if (!isThere(`value${place}`)) complain(`value${place}`, 'optionWithoutValue');
    return [];
  });
}
