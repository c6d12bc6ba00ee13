import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { settings } from '../scripts/deploy/settings';
import { findSecrets } from '../scripts/findSecrets';
import { paths } from '../scripts/paths';
import { demoFanKey } from './support/demoSettings';

/** What only functions know: the names of all secrets, and the demo's own key. */
const secret = Object.entries(settings).flatMap(([name, each]) => (each.secret ? [name] : []));
const forbidden = [...secret, demoFanKey, 'TENCENTCLOUD_SECRETKEY'];

test.each([
  ['weapp', path.join(paths.root, 'dist/weapp')],
  ['h5', path.join(paths.root, 'dist/h5')],
])('what goes to phones (%s) holds no key, no name of one, and no map of the source', (_target, folder) => {
  expect(filesBelow(folder).filter((file) => file.endsWith('.map'))).toEqual([]);
  const files = filesBelow(folder).filter((file) => /\.(js|json|html|wxml|wxss|css)$/.test(file));
  expect(files.length).toBeGreaterThan(10);
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    return forbidden.flatMap((word) => (text.includes(word) ? [`${path.relative(folder, file)} says ${word}`] : []));
  });
  expect(found).toEqual([]);
  expect(findSecrets(folder)).toEqual([]);
});

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [path.join(entry.parentPath, entry.name)] : [],
  );
