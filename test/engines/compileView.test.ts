/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compileView } from './compileView';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'view-'));
});
afterEach(() => rm(folder, { recursive: true }));

const render = async (wxml: string): Promise<string> => {
  await writeFile(path.join(folder, 'index.wxml'), wxml);
  return JSON.stringify(compileView(folder).templateOf('index')({ name: '陈醋', price: '39.90' }));
};

test('a template is rendered as it is now, not as another mini program’s of the same name was', async () => {
  expect(await render('<text>{{name}}</text>')).toContain('陈醋');
  expect(await render('<text>{{price}}</text>')).toContain('39.90');
});

test('a template that is not there fails by its name', async () => {
  await render('<text>{{name}}</text>');
  expect(() => compileView(folder).templateOf('nowhere')).toThrow(`there is no nowhere.wxml in ${folder}`);
});

test('a template that does not compile fails', async () => {
  await expect(render('<text>{{name + }}</text>')).rejects.toThrow('unexpected token');
});
