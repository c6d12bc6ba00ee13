import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Emulator, startEmulator } from '../Emulator';

let folder: string;
let emulator: Emulator;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'preview-'));
  const preview = path.join(folder, 'h5');
  mkdirSync(path.join(preview, 'js'), { recursive: true });
  writeFileSync(path.join(preview, 'index.html'), '<!DOCTYPE html><html><head><title>媒店</title></head></html>');
  writeFileSync(path.join(preview, 'js', 'app.0f3a9bc41d.js'), `// ${'tea '.repeat(500)}`);
  writeFileSync(path.join(preview, 'js', 'loader.js'), '//');
  writeFileSync(path.join(folder, 'secret.txt'), 'not for the web');
  symlinkSync(path.join(folder, 'secret.txt'), path.join(preview, 'link.txt'));
  const people = [{ openId: 'oAnn', name: 'Ann', role: '顾客' }];
  emulator = await startEmulator({ port: 0, dataDir: path.join(folder, 'data'), previewDir: preview, people });
});

afterAll(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

test('the page comes with the preview script and, once, with the first person', async () => {
  const page = await fetch(`${emulator.url}/`);
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await page.text()).toContain('<head><script src="/_emulator/preview.js"></script>');
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  expect(await people(cookie)).toMatchObject({ actingAs: 'oAnn', people: [{ name: 'Ann' }] });
  expect((await fetch(`${emulator.url}/`, { headers: { cookie } })).headers.get('set-cookie')).toBeNull();
  expect(await people('')).toMatchObject({ actingAs: '' });
});

test('a path of the app is the page; a missing file is a 404', async () => {
  expect(await (await fetch(`${emulator.url}/pages/article/index?id=1`)).text()).toContain('媒店');
  expect((await fetch(`${emulator.url}/js/missing.js`)).status).toBe(404);
});

test('hashed files are immutable and gzipped, others are asked for again', async () => {
  const hashed = await fetch(`${emulator.url}/js/app.0f3a9bc41d.js`);
  expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(hashed.headers.get('content-encoding')).toBe('gzip');
  expect(Number(hashed.headers.get('content-length'))).toBeLessThan(200);
  expect(await hashed.text()).toContain('tea tea');
  const plain = await fetch(`${emulator.url}/js/loader.js`);
  expect(plain.headers.get('cache-control')).toBe('no-cache');
  const etag = plain.headers.get('etag') ?? '';
  expect((await fetch(`${emulator.url}/js/loader.js`, { headers: { 'if-none-match': etag } })).status).toBe(304);
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/js/..%2f..%2fsecret.txt',
  '/link.txt',
  '/%00',
])('the path %s does not lead out of the preview', async (target) => {
  expect(await raw(target)).not.toContain('not for the web');
});

async function people(cookie: string): Promise<unknown> {
  return (await fetch(`${emulator.url}/_emulator/people`, { headers: { cookie } })).json();
}

/** fetch would tidy the path up before sending it. */
function raw(target: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: emulator.port, path: target }, (answer) => {
      let body = '';
      answer.on('data', (chunk) => {
        body += chunk;
      });
      answer.on('end', () => resolve(body));
    }).on('error', reject);
  });
}
