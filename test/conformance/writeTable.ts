import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withTable } from './renderTable';
import { table } from './table';

/** Writes the table into the emulator's README: `npx tsx test/conformance/writeTable.ts`. */
const readme = path.resolve(__dirname, '../../emulator/README.md');
writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), table));
