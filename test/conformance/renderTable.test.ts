import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withTable } from './renderTable';
import { table } from './table';

test('the table in the emulator README is what table.ts says; else run test/conformance/writeTable.ts', () => {
  const readme = readFileSync(path.resolve(__dirname, '../../emulator/README.md'), 'utf8');
  expect(readme).toBe(withTable(readme, table));
});
