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

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  if (node instanceof Component && node.shadowRoot) walk(node.shadowRoot, visit);
  for (const child of node.childNodes ?? []) walk(child, visit);
}
