import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findInducingStrings } from './findInducingStrings';
import { paths } from './paths';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'meidian-words-'));
  for (const folder of ['miniprogram/src/pages', 'shared/fan']) mkdirSync(path.join(root, folder), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const sayIn = (file: string, code: string) => {
  writeFileSync(path.join(root, file), code);
  return findInducingStrings(root);
};

test.each([
  ['a string', 'export const text = "关注领券";'],
  ['a template with a hole in it', 'export const text = (name: string) => `关注$' + '{name}领券`;'],
  ['text that a tag cuts', 'export const Card = () => <View>关注<Text>公众号</Text>，领券</View>;'],
  ['an attribute', 'export const Card = () => <Button label="转发领红包" />;'],
])('%s is found, once', (_what, code) => {
  expect(sayIn('miniprogram/src/pages/Card.tsx', `// a comment\n${code}`)).toEqual([
    expect.stringMatching(/^miniprogram\/src\/pages\/Card\.tsx:2 says "/),
  ]);
});

test('code, comments and tests are nobody’s to read on a phone', () => {
  expect(sayIn('shared/fan/rule.ts', '// 关注领券\nexport const rule = /关注领/;')).toEqual([]);
  expect(sayIn('shared/fan/rule.test.ts', 'test("关注领券", () => {});')).toEqual([]);
});

test('the planted violation is found', () => {
  expect(findInducingStrings(path.join(paths.root, 'test/fixtures/violations'))).toEqual([
    expect.stringMatching(/^miniprogram\/src\/features\/fan\/induces\.ts:1 says "关注公众号，立减/),
  ]);
});
