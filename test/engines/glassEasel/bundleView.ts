import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { Config, Definition, LogicRealm } from '../LogicRealm';
import type { ViewBundle, ViewDefinition } from './messages';

const bundles = new Map<string, ViewBundle>();

/** All that shows a built mini program in a browser: its templates by glass-easel's compiler, its style sheets. */
export function bundleView(dist: string, realm: LogicRealm, filesUrl: string): ViewBundle {
  // It follows from the build alone, and takes longer than all else at the start of a phone.
  const bundle = bundles.get(dist) ?? makeBundle(dist, realm);
  bundles.set(dist, bundle);
  return { ...bundle, filesUrl };
}

function makeBundle(dist: string, realm: LogicRealm): ViewBundle {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
  const routes = files.filter((file) => file.endsWith('.wxml')).map((file) => file.slice(0, -'.wxml'.length));
  const shown = routes.filter((route) => files.includes(`${route}.js`));
  const style = (route: string) => (files.includes(`${route}.wxss`) ? readStyle(dist, `${route}.wxss`) : '');
  return {
    definitions: Object.fromEntries(shown.map((route) => [route, viewOf(realm.define(route), realm)])),
    components: Object.fromEntries(shown.map((route) => [route, componentsOf(dist, route)])),
    templates: compileTemplates(dist, routes, files),
    appStyle: style('app'),
    styles: Object.fromEntries(shown.map((route) => [route, style(route)])),
    filesUrl: '',
  };
}

let script: Promise<string> | undefined;

/** The script of the view layer, `view.ts` with glass-easel in it, for a browser. */
export function buildViewScript(): Promise<string> {
  script ??= build({
    entryPoints: [path.join(__dirname, 'view.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  }).then(({ outputFiles: [file] }) => file?.text ?? '');
  return script;
}

function viewOf({ kind, config }: Definition, realm: LogicRealm): ViewDefinition {
  const methods = kind === 'Page' ? config : ((config.methods as Config | undefined) ?? {});
  const properties = Object.entries((config.properties as Config | undefined) ?? {}).map(([name, property]) => {
    const { type, value } = (Object(property) as { type?: unknown }).type
      ? (property as { type: unknown; value?: unknown })
      : { type: property, value: undefined };
    return [name, { type: (realm.hostType(type) as { name: string }).name, value }] as const;
  });
  return {
    kind,
    methods: Object.keys(methods).filter((name) => typeof methods[name] === 'function'),
    data: (config.data as object | undefined) ?? {},
    properties: Object.fromEntries(properties),
    options: (config.options as object | undefined) ?? {},
  };
}

function componentsOf(dist: string, route: string): Record<string, string> {
  const json = (file: string) =>
    JSON.parse(readFileSync(path.join(dist, file), 'utf8')) as { usingComponents?: Record<string, string> };
  const used = Object.entries({ ...json('app.json').usingComponents, ...json(`${route}.json`).usingComponents });
  const resolve = (file: string) => path.posix.resolve('/', path.posix.dirname(route), file);
  return Object.fromEntries(used.map(([tag, file]) => [tag, resolve(file)]));
}

function compileTemplates(dist: string, routes: readonly string[], files: readonly string[]): string {
  const group = new TmplGroup();
  for (const route of routes) group.addTmpl(route, readFileSync(path.join(dist, `${route}.wxml`), 'utf8'));
  for (const file of files.filter((each) => each.endsWith('.wxs'))) {
    group.addScript(file.slice(0, -'.wxs'.length), readFileSync(path.join(dist, file), 'utf8'));
  }
  return group.getTmplGenObjectGroups();
}

function readStyle(dist: string, file: string): string {
  const text = readFileSync(path.join(dist, file), 'utf8');
  return text.replace(/@import\s+["']([^"']+)["'];?/g, (_import, wanted: string) =>
    readStyle(dist, path.posix.join(path.posix.dirname(file), wanted)),
  );
}
