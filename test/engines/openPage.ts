import type { Component } from 'miniprogram-exparser';
import type { Instance, Rendered } from 'miniprogram-simulate/src/index';
import type { LogicRealm } from './LogicRealm';
import type { OpenPage } from './PageStack';

/** An open page with its view. */
export interface RenderedPage extends OpenPage {
  /** `this` of the page's script. */
  readonly instance: Instance;
  /** The page's element. */
  readonly root: Component;
}

/** Puts a rendered page on the screen. Its lifecycle functions are called by whoever opens it, in WeChat's order. */
export function openPage(
  rendered: Rendered,
  route: string,
  query: Record<string, string>,
  realm: LogicRealm,
): RenderedPage {
  const { instance, _exparserNode: root } = rendered;
  Object.assign(instance, { route, __route__: route, options: realm.copyIn(query) });
  const screen = document.createElement('div');
  document.body.append(screen);
  rendered.attach(screen);
  const lifecycle = (name: string, argument?: unknown) => {
    const run = instance[name];
    if (typeof run === 'function') run.call(instance, argument);
  };
  return {
    route,
    instance,
    root,
    lifecycle,
    show: () => lifecycle('onShow'),
    hide: () => lifecycle('onHide'),
    close: () => {
      lifecycle('onUnload');
      rendered.detach();
      screen.remove();
    },
  };
}
