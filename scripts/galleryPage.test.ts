import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { galleryPage } from './galleryPage';
import { paths } from './paths';

test('a state is shown once, with its variants beside it, in the part that it belongs to', () => {
  const page = galleryPage(['home-dark', 'home', 'home-320', 'page-home', 'console-data', 'something-new']);
  const titles = [
    '## Every page',
    '**home**',
    '## Finding',
    '**home**',
    '## The console',
    '## Others',
    '**something new**',
  ];
  expect(titles.map((title) => page.includes(title))).toEqual(titles.map(() => true));
  expect(page).toMatch(/home\.webp.*home-320\.webp.*home-dark\.webp/);
});

test('the gallery in the docs shows pictures that are there', () => {
  const docs = path.join(paths.root, 'docs');
  const page = readFileSync(path.join(docs, 'GALLERY.md'), 'utf8');
  const shown = [...page.matchAll(/src="([^"]+)"/g)].map(([, source = '']) => source);
  expect(shown.filter((source) => !existsSync(path.join(docs, source)))).toEqual([]);
  expect(shown.length).toBeGreaterThan(100);
});
