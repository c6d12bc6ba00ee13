import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { wxmlToJs } from 'miniprogram-compiler';

/** The compiled view of a mini program. */
export interface CompiledView {
  /** The template of `<route>.wxml`: from data to a tree. Throws when there is no such file. */
  templateOf(route: string): (data: object) => unknown;
  /** The built-in components that the templates use. */
  tags: readonly string[];
}

let compiled: { dist: string; view: CompiledView } | undefined;

/**
 * Compiles every wxml file of a built mini program with WeChat's own compiler (wcc). Phones with the same mini program
 * share its view, because a page of one may still be rendering when the next is switched on.
 */
export function compileView(dist: string): CompiledView {
  if (compiled?.dist !== dist) compiled = { dist, view: compile(dist) };
  return compiled.view;
}

function compile(dist: string): CompiledView {
  forgetOtherViews();
  // Its templates ask for the version of the view's engine.
  Object.assign(globalThis, { __webview_engine_version__: 0.02 });
  const find = new Function(wxmlToJs(dist, { maxBuffer: 64 << 20 }))() as (
    file: string,
  ) => ((data: object) => unknown) | undefined;
  return {
    templateOf: (route) => {
      const template = find(`${route}.wxml`);
      if (!template) throw new Error(`there is no ${route}.wxml in ${dist}`);
      return template;
    },
    tags: tagsOf(dist),
  };
}

// wcc's code keeps caches in a global: without this, two mini programs in one process would read each other's.
function forgetOtherViews(): void {
  const caches = (globalThis as { __WXML_GLOBAL__?: Record<string, unknown> }).__WXML_GLOBAL__;
  if (!caches) return;
  for (const key of Object.keys(caches)) if (key.startsWith('ops_')) delete caches[key];
  Object.assign(caches, { entrys: {}, defines: {}, modules: {}, ops: [], total_ops: 0 });
}

/** Handled by the compiler itself. */
const notComponents = ['template', 'block', 'import', 'include', 'wxs', 'slot'];

function tagsOf(dist: string): string[] {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.wxml'));
  const tags = files.flatMap((file) =>
    [...readFileSync(path.join(dist, file), 'utf8').matchAll(/<([a-z][a-z-]*)/g)].map(([, tag = '']) => tag),
  );
  return [...new Set(tags)].filter((tag) => !notComponents.includes(tag));
}
