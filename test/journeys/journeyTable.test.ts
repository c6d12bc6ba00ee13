import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { paths } from '../../scripts/paths';
import { journeyTable } from './journeyTable';

const page = path.join(paths.root, 'docs/JOURNEYS.md');
const marks = ['<!-- journeys -->', '<!-- end of journeys -->'] as const;

test('docs/JOURNEYS.md says which journey runs in which engine (UPDATE_DOCS=1 writes it)', () => {
  const text = readFileSync(page, 'utf8');
  const [before = '', rest = ''] = text.split(marks[0]);
  const after = rest.split(marks[1])[1] ?? '';
  const whole = `${before}${marks[0]}\n${journeyTable()}\n${marks[1]}${after}`;
  if (process.env.UPDATE_DOCS === '1') writeFileSync(page, whole);
  else expect(text).toBe(whole);
});
