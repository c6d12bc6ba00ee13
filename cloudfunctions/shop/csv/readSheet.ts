import Papa from 'papaparse';
import { isFormula, plainCell } from '../../../shared/kernel/sheetCells';
import type { CsvProblem } from '../../../shared/shop/csvProblems';
import { type Column, columnKeys, columns } from './columns';

/** Something that is wrong with a sheet; `row` as a spreadsheet counts, the titles are row 1. */
export interface SheetProblem {
  row: number;
  /** The title of the column. */
  column: string;
  because: CsvProblem;
}

/** One row of a sheet: what its cells say. A column that the sheet does not have is missing. */
export interface SheetRow {
  row: number;
  cells: Partial<Record<Column, string>>;
}

/** A sheet's rows by the columns' titles, empty ones left out, and what is wrong with its form. */
export function readSheet(text: string): { rows: SheetRow[]; problems: SheetProblem[] } {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const [titles = [], ...lines] = data;
  const found = titles.map((title) => columnKeys.find((key) => columns[key] === title.trim()));
  const problems = [
    ...titleProblems(titles, found),
    // Whatever follows an open quote is swallowed by it, so only the first tells where.
    ...errors
      .filter(({ type }) => type === 'Quotes')
      .slice(0, 1)
      .map(({ row = 0 }) => ({ row: row + 1, column: '', because: 'unclosedQuote' as const })),
  ];
  const rows: SheetRow[] = [];
  for (const [index, cells] of lines.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const row = index + 2;
    if (cells.length > titles.length) problems.push({ row, column: '', because: 'tooManyCells' });
    problems.push(...formulas(row, cells, titles));
    const known = found.flatMap((key, place) => (key ? [[key, plainCell(cells[place] ?? '')] as const] : []));
    rows.push({ row, cells: Object.fromEntries(known) });
  }
  return { rows, problems };
}

/** Some spreadsheets part cells by tabs or semicolons; the titles tell. */
const delimiterOf = (text: string): string => (/^[^\n]*\t/.test(text) ? '\t' : /^[^\n,]*;/.test(text) ? ';' : ',');

/** Without these, nobody knows what a row is about. */
const needed = ['name', 'price'] as const satisfies readonly Column[];

function titleProblems(titles: readonly string[], found: readonly (Column | undefined)[]): SheetProblem[] {
  return [
    ...titles.flatMap((title, place) =>
      found[place] || title.trim() === '' ? [] : [{ row: 1, column: title.trim(), because: 'unknownColumn' as const }],
    ),
    ...columnKeys
      .filter((key) => found.filter((each) => each === key).length > 1)
      .map((key) => ({ row: 1, column: columns[key], because: 'twiceColumn' as const })),
    ...needed
      .filter((key) => !found.includes(key))
      .map((key) => ({ row: 1, column: columns[key], because: 'missingColumn' as const })),
  ];
}

const formulas = (row: number, cells: readonly string[], titles: readonly string[]): SheetProblem[] =>
  cells.flatMap((cell, place) =>
    isFormula(cell) ? [{ row, column: titles[place]?.trim() ?? '', because: 'formula' as const }] : [],
  );
