import diff from 'j-component/src/render/diff';
import { renderExparserNode, updateAttrs, updateEvent } from 'j-component/src/render/render';
import types from 'j-component/src/tool/constant';
import {
  type Element,
  type Node,
  removeListenerFromElement,
  type ShadowRoot,
  type VirtualTree,
} from 'miniprogram-exparser';

/**
 * Replaces j-component's reconciliation, whose 1.4.10 puts keyed children in the wrong order when a list is sorted or
 * filtered; WeChat does not. Call once before anything is rendered.
 */
export function reconcileKeyedLists(): void {
  diff.diffVt = reconcile;
}

function reconcile(before: VirtualTree, after: VirtualTree): Node {
  const node = before.exparserNode;
  if (before.type === types.TYPE_TEXT || !isSame(before, after)) {
    if (isSame(before, after) && before.content === after.content) return keep(node, after);
    const parent = node.parentNode as Element;
    const fresh = render(after, parent.ownerShadowRoot ?? node.ownerShadowRoot);
    parent.replaceChild(fresh, node);
    return fresh;
  }
  const attrs = diff.diffAttrs(before.attrs, after.attrs);
  if (attrs) {
    updateAttrs(node, attrs);
    after.attrs = attrs.filter(({ value }) => value !== undefined);
  }
  reconcileEvents(node, before, after);
  reconcileChildren(node as Element, before, after);
  return keep(node, after);
}

function reconcileEvents(node: Node, before: VirtualTree, after: VirtualTree): void {
  if (eventsText(before) === eventsText(after)) {
    after.event = before.event;
    return;
  }
  for (const { name, id, isCapture } of Object.values(before.event)) {
    removeListenerFromElement(node, name, id, { capture: isCapture });
  }
  updateEvent(node, after.event);
}

const eventsText = ({ event }: VirtualTree): string =>
  JSON.stringify(
    Object.entries(event).map(([key, { handler, isCapture, isMutated, isCatch }]) => [
      key,
      handler,
      isCapture,
      isMutated,
      isCatch,
    ]),
  );

/** A child with a key is matched by it; the others, in the order in which they stand. */
function reconcileChildren(node: Element, before: VirtualTree, after: VirtualTree): void {
  const keyed = new Map<string, VirtualTree>();
  const free: VirtualTree[] = [];
  for (const child of before.children) {
    if (child.key && !keyed.has(child.key)) keyed.set(child.key, child);
    else free.push(child);
  }
  const pairs = after.children.map((child): [VirtualTree | undefined, VirtualTree] => {
    if (!child.key) return [free.shift(), child];
    const match = keyed.get(child.key);
    keyed.delete(child.key);
    return [match, child];
  });
  for (const gone of [...keyed.values(), ...free]) node.removeChild(gone.exparserNode);

  const owner = before.type === types.TYPE_ROOT ? (node as ShadowRoot) : node.ownerShadowRoot;
  const wanted = pairs.map(([match, child]) => (match ? reconcile(match, child) : render(child, owner)));
  wanted.forEach((child, index) => {
    putAt(node, child, index);
  });
}

function putAt(node: Element, child: Node, index: number): void {
  if (node.childNodes[index] === child) return;
  if (child.parentNode === node) node.removeChild(child);
  const next = node.childNodes[index];
  if (next) node.insertBefore(child, next);
  else node.appendChild(child);
}

function render(tree: VirtualTree, owner: ShadowRoot | null): Element {
  const node = renderExparserNode(tree, null, owner);
  node._vt = tree;
  return node;
}

function keep(node: Node, tree: VirtualTree): Node {
  tree.exparserNode = node;
  node._vt = tree;
  return node;
}

const isSame = (one: VirtualTree, other: VirtualTree): boolean =>
  one.type === other.type && one.componentId === other.componentId && one.key === other.key;
