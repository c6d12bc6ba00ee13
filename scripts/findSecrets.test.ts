import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findSecrets } from './findSecrets';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'meidian-secrets-'));
  mkdirSync(path.join(root, 'dist'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

test.each([
  ['a private key', privateKey],
  ['a private key', JSON.stringify({ privateKey })],
  ["a WeChat app's secret", `appSecret: '${'0123456789abcdef'.repeat(2)}'`],
  ['a signed token', ['eyJhbGciOiJSUzI1NiJ9', 'eyJzdWIiOiJhbm4ifQ', 'x'.repeat(40)].join('.')],
  ['a Tencent Cloud secret id', `secretId: 'AKID${'x'.repeat(32)}'`],
  ["a path of somebody's machine", `see /${'home'}/ann/meidian/README.md`],
])('%s is found, with its line', (name, text) => {
  writeFileSync(path.join(root, 'config.txt'), `first line\n${text}`);
  expect(findSecrets(root)).toEqual([`config.txt:2 holds ${name}`]);
});

test('a path of the machine it runs on is found', () => {
  writeFileSync(path.join(root, 'notes.md'), `look into ${root}/dist`);
  expect(findSecrets(root)).toEqual(['notes.md:1 holds a path of this machine']);
});

test('code that only speaks of keys and paths is fine, and so is what is built', () => {
  writeFileSync(path.join(root, 'code.ts'), "const head = '-----BEGIN PRIVATE KEY-----'; open('/pages/home/index');");
  writeFileSync(path.join(root, 'dist/key.pem'), privateKey);
  expect(findSecrets(root)).toEqual([]);
});
