import path from 'node:path';
import { paths } from '../../scripts/paths';
import { checkStyles, checkTemplates } from './wechatCompilers';

const broken = path.join(__dirname, 'fixtures/broken');

test('every template of the mini program compiles by WeChat’s own compiler', () => {
  const { files, complaint } = checkTemplates(paths.weapp);
  expect(complaint).toBe('');
  expect(files).toContain('packages/trade/checkout/index.wxml');
});

test('every style sheet of the mini program compiles by WeChat’s own compiler', () => {
  const { files, complaint } = checkStyles(paths.weapp);
  expect(complaint).toBe('');
  expect(files).toContain('app.wxss');
});

test('a template with a broken expression is refused, by its name', () => {
  expect(checkTemplates(broken).complaint).toMatch(/expression\.wxml.*unexpected token/);
});

test('a style sheet with a selector that WeChat does not know is refused, by its name', () => {
  expect(checkStyles(broken).complaint).toMatch(/selector\.wxss/);
});
