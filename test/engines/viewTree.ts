import { Component, type Node, TextNode } from 'miniprogram-exparser';

/** The element with this id, shadow trees included. */
export function findById(root: Node, id: string): Component | undefined {
  let found: Component | undefined;
  walk(root, (node) => {
    if (!found && node instanceof Component && node.id === id) found = node;
  });
  return found;
}

/** All text below a node, in document order, without what only lays it out. */
export function textOf(root: Node): string {
  let text = '';
  walk(root, (node) => {
    if (node instanceof TextNode) text += node.textContent;
  });
  return text;
}

/** The value of an attribute, as the template gave it: built-in components are empty slots and keep none themselves. */
export function attributeOf(node: Node, name: string): unknown {
  return node._vt.attrs.find((attribute) => attribute.name === name)?.value;
}

/** All ids of a page, from the top. */
export function idsOf(root: Node): string[] {
  const ids: string[] = [];
  walk(root, (node) => {
    if (node instanceof Component && node.id) ids.push(node.id);
  });
  return ids;
}

/** How much a page is for the view: its elements, texts not counted; how deep they lie; the most that lie in one. */
export interface ViewSize {
  nodes: number;
  depth: number;
  children: number;
}

/** Counts a page as WeChat's audit does. */
export function sizeOf(root: Node): ViewSize {
  const size = { nodes: 0, depth: 0, children: 0 };
  const count = (node: Node, depth: number): void => {
    size.nodes += 1;
    size.depth = Math.max(size.depth, depth);
    const inside = elementsIn(node);
    size.children = Math.max(size.children, inside.length);
    for (const child of inside) count(child, depth + 1);
  };
  count(root, 1);
  return size;
}

/** What lies in an element: what its template makes, and what it was given; groups that only hold others do not count. */
function elementsIn(node: Node): Component[] {
  const own = node instanceof Component && node.shadowRoot ? [node.shadowRoot] : [];
  return [...own, ...(node.childNodes ?? [])].flatMap((child) =>
    child instanceof Component ? [child] : elementsIn(child),
  );
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  if (node instanceof Component && node.shadowRoot) walk(node.shadowRoot, visit);
  for (const child of node.childNodes ?? []) walk(child, visit);
}
