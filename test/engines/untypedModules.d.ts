/** The parts of exparser, WeChat's component engine, that the host uses; the package brings no types. */
declare module 'miniprogram-exparser' {
  export class Node {
    readonly parentNode: Element | null;
    readonly childNodes: readonly Node[];
    readonly ownerShadowRoot: ShadowRoot | null;
    _vt: VirtualTree;
  }
  export class TextNode extends Node {
    readonly textContent: string;
  }
  export class Element extends Node {
    id: string;
    appendChild(child: Node): void;
    insertBefore(child: Node, before: Node): void;
    removeChild(child: Node): void;
    replaceChild(child: Node, old: Node): void;
  }
  export class ShadowRoot extends Element {}
  export class Component extends Element {
    readonly is: string;
    readonly shadowRoot: ShadowRoot | null;
  }

  /** j-component's rendering of a template, kept at the node it became. */
  export interface VirtualTree {
    type: number;
    tagName: string;
    componentId: string;
    key: string | undefined;
    content: string;
    attrs: { name: string; value: unknown }[];
    event: Record<string, BoundEvent>;
    children: VirtualTree[];
    exparserNode: Node;
  }
  export interface BoundEvent {
    id: number;
    name: string;
    handler: string;
    isCapture: boolean;
    isMutated: boolean;
    isCatch: boolean;
  }

  export const globalOptions: { throwGlobalError: boolean };
  export const Event: {
    create(type: string, detail: unknown, options: object): unknown;
    dispatchEvent(target: Element, event: unknown): void;
  };
  export function removeListenerFromElement(node: Node, name: string, id: number, options: { capture: boolean }): void;
}

/**
 * WeChat's simulator: turns definitions, templates and their data into exparser nodes. Named by its source: the types
 * that the package itself brings pull in globals of WeChat that contradict Node's.
 */
declare module 'miniprogram-simulate/src/index' {
  import type { Component } from 'miniprogram-exparser';

  export interface Instance {
    data: Record<string, unknown>;
    setData(data: Record<string, unknown>, done?: () => void): void;
    [member: string]: unknown;
  }
  export interface Rendered {
    readonly instance: Instance;
    readonly _exparserNode: Component;
    attach(parent: globalThis.Node): void;
    detach(): void;
  }
  export function load(definition: object): string;
  export function render(id: string): Rendered;
}
declare module 'j-component/src/render/diff' {
  import type { Node, VirtualTree } from 'miniprogram-exparser';

  const diff: {
    diffVt(before: VirtualTree, after: VirtualTree): Node;
    diffAttrs(before: VirtualTree['attrs'], after: VirtualTree['attrs']): VirtualTree['attrs'] | false;
  };
  export default diff;
}
declare module 'j-component/src/render/render' {
  import type { Element, Node, ShadowRoot, VirtualTree } from 'miniprogram-exparser';

  export function renderExparserNode(tree: VirtualTree, host: null, shadowRoot: ShadowRoot | null): Element;
  export function updateAttrs(node: Node, attrs: VirtualTree['attrs']): void;
  export function updateEvent(node: Node, event: VirtualTree['event']): void;
}
declare module 'j-component/src/tool/constant' {
  const types: { TYPE_ROOT: number; TYPE_TEXT: number };
  export default types;
}

/** Tencent's wcc and wcsc, as binaries with a wrapper. */
declare module 'miniprogram-compiler' {
  /** JavaScript that answers `$gwx`: a function from a wxml file's name to its template. */
  export function wxmlToJs(root: string, options: { maxBuffer: number }): string;
}
