/** @jest-environment ./test/engines/PhoneEnvironment.ts */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compileView } from './compileView';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** A mini program of one template, and its folder. */
async function program(wxml: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'view-'));
  folders.push(folder);
  await writeFile(path.join(folder, 'index.wxml'), wxml);
  return folder;
}

const render = async (wxml: string): Promise<string> =>
  JSON.stringify(compileView(await program(wxml)).templateOf('index')({ name: '陈醋', price: '39.90' }));

test('a template is rendered as it is now, not as another mini program’s of the same name was', async () => {
  expect(await render('<text>{{name}}</text>')).toContain('陈醋');
  expect(await render('<text>{{price}}</text>')).toContain('39.90');
});

test('a template that is not there fails by its name', async () => {
  const folder = await program('<text>{{name}}</text>');
  expect(() => compileView(folder).templateOf('nowhere')).toThrow(`there is no nowhere.wxml in ${folder}`);
});

test('a template that does not compile fails', async () => {
  await expect(render('<text>{{name + }}</text>')).rejects.toThrow('unexpected token');
});
