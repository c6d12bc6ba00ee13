import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { paths } from './paths';
import { personalDataPage } from './personalData/personalDataPage';

/** `npx tsx scripts/writePersonalData.ts`: writes `docs/PERSONAL-DATA.md` anew. */
writeFileSync(path.join(paths.root, 'docs/PERSONAL-DATA.md'), personalDataPage());
