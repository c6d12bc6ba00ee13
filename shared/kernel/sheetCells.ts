/** What a spreadsheet takes for a formula when a cell begins with it, in full width, too (OWASP, CSV injection). */
const startsFormula = /^[=+\-@\t\r\n＝＋－＠']/;

/** A cell that no spreadsheet runs: an apostrophe before what would begin a formula. `plainCell` takes it away. */
export const safeCell = (text: string): string => (startsFormula.test(text) ? `'${text}` : text);

/** What a cell says, without the apostrophe that `safeCell` put there, and without spaces around. */
export const plainCell = (cell: string): string =>
  cell.startsWith("'") && startsFormula.test(cell.slice(1)) ? cell.slice(1).trim() : cell.trim();

/** Whether somebody left a formula in a cell, whose result is not in the file. */
export const isFormula = (cell: string): boolean => /^\s*[=@＝＠]/.test(cell);

/** Rows as CSV that spreadsheets run nothing of. Numbers stay numbers, below zero, too. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((cells) => cells.map(written).join(',')).join('\n');

function written(value: string | number): string {
  const text = typeof value === 'string' ? safeCell(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
