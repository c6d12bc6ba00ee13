import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A node as Taro hands it to the view: `nn` says which template shows it, `cn` what lies in it. */
export interface ViewData {
  nn: string;
  cn?: readonly ViewData[];
  [prop: string]: unknown;
}

/** What every template needs to find a node, whether it binds it or not. */
const structure = ['nn', 'cn', 'sid', 'uid'];

/** For each kind of node (`nn`), the props that a template of the built mini program binds. */
export function readBoundProps(dist: string): ReadonlyMap<string, ReadonlySet<string>> {
  const templates = readFileSync(path.join(dist, 'base.wxml'), 'utf8').split('<template name="tmpl_').slice(1);
  const bound = new Map<string, Set<string>>();
  for (const template of templates) {
    const [, kind = ''] = /^\d+_([^"_]+)/.exec(template) ?? [];
    const props = bound.get(kind) ?? new Set<string>();
    for (const [, prop = ''] of template.matchAll(/\bi\.(\w+)/g)) props.add(prop);
    bound.set(kind, props);
  }
  return bound;
}

/** Data that was sent to the view and that no template shows, `image.ariaLabel`: it costs, and something is missing. */
export function findUnbound(roots: readonly ViewData[], bound: ReturnType<typeof readBoundProps>): string[] {
  const unbound = new Set<string>();
  const look = (node: ViewData): void => {
    for (const prop of Object.keys(node)) {
      if (!structure.includes(prop) && !bound.get(node.nn)?.has(prop)) unbound.add(`${node.nn}.${prop}`);
    }
    for (const child of node.cn ?? []) look(child);
  };
  for (const root of roots) look(root);
  return [...unbound];
}
