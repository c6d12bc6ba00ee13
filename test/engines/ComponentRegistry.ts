import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as simulate from 'miniprogram-simulate/src/index';
import type { Activity } from './Activity';
import type { CompiledView } from './compileView';
import type { Config, LogicRealm } from './LogicRealm';
import { reconcileKeyedLists } from './reconcileKeyedLists';

/** Joins script and template of pages and components into what the component engine renders. */
export class ComponentRegistry {
  readonly #ids = new Map<string, string>();

  constructor(
    private readonly dist: string,
    private readonly realm: LogicRealm,
    private readonly view: CompiledView,
    private readonly activity: Activity,
    /** Hears how many bytes each `setData` sent to the view, once that shows them. */
    private readonly onSetData: (bytes: number) => void,
  ) {
    reconcileKeyedLists();
    for (const tag of view.tags) simulate.load({ id: tag, tagName: `wx-${tag}`, template: '<slot/>' });
  }

  /** Renders a page or component anew, outside any document. */
  render(route: string): simulate.Rendered {
    return simulate.render(this.#register(route, 'page'));
  }

  #register(route: string, tagName: string): string {
    const known = this.#ids.get(route);
    if (known) return known;
    const id = `own-${this.#ids.size}-${route.replaceAll('/', '-')}`;
    // Kept before its own components are registered: Taro's recursive templates use themselves.
    this.#ids.set(route, id);
    const usingComponents = this.#componentsOf(route);
    const { kind, config } = this.realm.define(route);
    const [activity, onSetData] = [this.activity, this.onSetData];
    const created = function (this: simulate.Instance) {
      sendDataAsText(this, activity, onSetData);
    };
    simulate.load({
      id,
      path: `/${route}`,
      tagName,
      template: this.view.templateOf(route),
      usingComponents,
      options: { classPrefix: '', ...(config.options as object) },
      data: JSON.parse(JSON.stringify(config.data ?? {})),
      ...(kind === 'Page' ? this.#asPage(config, created) : this.#asComponent(config, created)),
    });
    return id;
  }

  #componentsOf(route: string): Record<string, string> {
    const own = this.#json(`${route}.json`).usingComponents;
    const everywhere = this.#json('app.json').usingComponents;
    const files = Object.entries({ ...everywhere, ...own });
    return Object.fromEntries(files.map(([tag, file]) => [tag, this.#register(resolveRoute(route, file), tag)]));
  }

  #json(file: string): { usingComponents?: Record<string, string> } {
    return JSON.parse(readFileSync(path.join(this.dist, file), 'utf8'));
  }

  #asPage(config: Config, created: () => void): object {
    return { methods: this.#methods(config), lifetimes: { created } };
  }

  #asComponent(config: Config, created: () => void): object {
    const { properties, methods, externalClasses, observers, pageLifetimes, behaviors, lifetimes } = config;
    const named = lifetimeNames.filter((name) => name in config).map((name) => [name, config[name]]);
    return {
      properties: this.#properties(properties as Config | undefined),
      methods: this.#methods(methods as Config | undefined),
      externalClasses,
      observers,
      pageLifetimes,
      behaviors,
      lifetimes: { ...Object.fromEntries(named), ...(lifetimes as object), created },
    };
  }

  /** Functions whose arguments, events above all, become the realm's own values on the way in. */
  #methods(config: Config = {}): Config {
    const { realm } = this;
    const wrap = (method: (...args: unknown[]) => unknown) =>
      function (this: unknown, ...args: unknown[]) {
        return method.apply(
          this,
          args.map((arg) => realm.copyIn(arg)),
        );
      };
    const methods = Object.entries(config).filter(([, member]) => typeof member === 'function');
    return Object.fromEntries(methods.map(([name, method]) => [name, wrap(method as () => unknown)]));
  }

  #properties(config: Config = {}): Config {
    const typed = (property: unknown) =>
      property && typeof property === 'object'
        ? { ...property, type: this.realm.hostType((property as { type: unknown }).type) }
        : this.realm.hostType(property);
    return Object.fromEntries(Object.entries(config).map(([name, property]) => [name, typed(property)]));
  }
}

const lifetimeNames = ['attached', 'ready', 'moved', 'detached'];

const resolveRoute = (from: string, file: string): string =>
  file.startsWith('/') ? file.slice(1) : path.posix.join(path.posix.dirname(from), file);

// Between the two layers of a mini program there is only text; the callback comes when the view is done.
function sendDataAsText(instance: simulate.Instance, activity: Activity, onSetData: (bytes: number) => void): void {
  const { setData } = instance;
  instance.setData = (data, done) => {
    const text = JSON.stringify(data);
    setData.call(instance, JSON.parse(text));
    onSetData(Buffer.byteLength(text));
    if (done) activity.setTimeout(() => done.call(instance));
  };
}
