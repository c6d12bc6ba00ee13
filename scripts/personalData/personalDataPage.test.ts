import { readFileSync } from 'node:fs';
import path from 'node:path';
import { personalCollections } from '../../cloudfunctions/crm/personalData';
import { paths } from '../paths';
import { personalDataPage } from './personalDataPage';
import { whyKept } from './whyKept';

test('every collection with something of a person says what for and how long, and no other does', () => {
  expect(Object.keys(whyKept).sort()).toEqual(personalCollections.map(({ name }) => name).sort());
});

test('docs/PERSONAL-DATA.md is what the tables say (npx tsx scripts/writePersonalData.ts)', () => {
  expect(readFileSync(path.join(paths.root, 'docs/PERSONAL-DATA.md'), 'utf8')).toBe(personalDataPage());
});
