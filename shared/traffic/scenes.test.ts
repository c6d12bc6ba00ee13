import { readFileSync } from 'node:fs';
import { sceneTable, sourceOfScene } from './scenes';
import { sources } from './sources';

/** WeChat's own typings print the list of scene values. */
const official = (): number[] => {
  const typings = readFileSync(require.resolve('miniprogram-api-typings/types/wx/lib.wx.app.d.ts'), 'utf8');
  return [...new Set([...typings.matchAll(/^ *\* *- (1\d{3})：/gm)].map(([, scene]) => Number(scene)))];
};

test('every scene value of WeChat’s list has a source', () => {
  expect(official().length).toBeGreaterThan(130);
  expect(official().filter((scene) => sourceOfScene(scene) === 'unknown')).toEqual([]);
});

test('each stands once, and each source has some, but for the rest of them', () => {
  const scenes = sceneTable.map(([scene]) => scene);
  expect(new Set(scenes).size).toBe(scenes.length);
  expect(new Set(sceneTable.map(([, source]) => source))).toEqual(
    new Set(sources.filter((each) => each !== 'unknown')),
  );
});

test('whatever else WeChat sends is the named rest', () => {
  for (const scene of [0, -1, 999, 1002, 1999, Number.NaN]) expect(sourceOfScene(scene)).toBe('unknown');
});
