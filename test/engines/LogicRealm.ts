import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import type { Activity } from './Activity';

/** What a script handed to `App`, `Page` or `Component`. */
export interface Definition {
  kind: 'Page' | 'Component';
  config: Config;
}

/** The argument of `App`, `Page` or `Component`. */
export type Config = Record<string, unknown>;

/** What the logic layer is given from outside. */
export interface LogicRealmOptions {
  /** The built mini program. */
  dist: string;
  wx: object;
  activity: Activity;
  /** What `getCurrentPages` answers. */
  currentPages(): readonly unknown[];
  /** Everything that goes to `console.warn` or `console.error`. */
  complain(words: string): void;
}

/**
 * The logic layer of a mini program: its scripts in a JavaScript realm of their own, as WeChat runs them: with `wx`,
 * timers and a console; without a document, Node, `eval` or `Function`.
 */
export class LogicRealm {
  readonly #options: LogicRealmOptions;
  readonly #context: vm.Context;
  readonly #own: OwnObjects;
  readonly #modules = new Map<string, { exports: object }>();
  readonly #definitions = new Map<string, Definition>();
  #app: Config | undefined;
  #loading = '';

  constructor(options: LogicRealmOptions) {
    this.#options = options;
    const globals = { wx: options.wx, console: consoleFor(options.complain), ...timersOf(options.activity) };
    this.#context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } });
    this.#own = vm.runInContext('({ JSON, types: { Object, Array, String, Number, Boolean } })', this.#context);
    this.#load('app.js');
  }

  /** What `app.js` handed to `App`. */
  get app(): Config {
    if (!this.#app) throw new Error('app.js did not call App()');
    return this.#app;
  }

  /** Runs the script of a page or component, once; throws when it defines neither. */
  define(route: string): Definition {
    const outer = this.#loading;
    this.#loading = route;
    this.#load(`${route}.js`);
    this.#loading = outer;
    const definition = this.#definitions.get(route);
    if (!definition) throw new Error(`${route}.js called neither Page() nor Component()`);
    return definition;
  }

  /** A copy that is at home in the realm, of what JSON can say: that is all that crosses from the view. */
  copyIn(value: unknown): unknown {
    return value === undefined ? undefined : this.#own.JSON.parse(JSON.stringify(value));
  }

  /** Our constructor for one of the realm's, as `properties: { rows: Array }` names it; anything else as it is. */
  hostType(type: unknown): unknown {
    const name = Object.keys(hostTypes).find((each) => this.#own.types[each] === type);
    return name ? hostTypes[name] : type;
  }

  #load(file: string): object {
    const loaded = this.#modules.get(file);
    if (loaded) return loaded.exports;
    const module = { exports: {} };
    this.#modules.set(file, module);
    const code = readFileSync(path.join(this.#options.dist, file), 'utf8');
    const scope = this.#scopeOf(file, module);
    const names = [...Object.keys(scope), ...absent].join(',');
    const run = vm.runInContext(`(function(${names}){${code}\n})`, this.#context, { filename: `weapp/${file}` });
    run(...Object.values(scope));
    return module.exports;
  }

  #scopeOf(file: string, module: { exports: object }): Record<string, unknown> {
    const define = (kind: Definition['kind']) => (config: Config) => {
      this.#definitions.set(this.#loading, { kind, config });
    };
    return {
      require: (wanted: string) => this.#load(resolveScript(file, wanted)),
      module,
      exports: module.exports,
      App: (config: Config) => {
        this.#app = config;
      },
      Page: define('Page'),
      Component: define('Component'),
      getApp: () => this.#app,
      getCurrentPages: () => this.#options.currentPages(),
    };
  }
}

interface OwnObjects {
  JSON: JSON;
  types: Record<string, unknown>;
}

const hostTypes: Record<string, unknown> = { Object, Array, String, Number, Boolean };

/** Names that exist in Node's or a browser's scripts and not in a mini program's. */
const absent = [
  'window',
  'document',
  'navigator',
  'location',
  'self',
  'globalThis',
  'localStorage',
  'fetch',
  'XMLHttpRequest',
  'process',
  'Buffer',
  'Function',
];

function resolveScript(from: string, wanted: string): string {
  const file = wanted.startsWith('/') ? wanted.slice(1) : path.posix.join(path.posix.dirname(from), wanted);
  return file.endsWith('.js') ? file : `${file}.js`;
}

function timersOf(activity: Activity): object {
  const timers = new Map<number, ReturnType<Activity['setTimeout']>>();
  let last = 0;
  return {
    setTimeout: (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
      last += 1;
      const id = last;
      const fire = () => {
        timers.delete(id);
        run(...args);
      };
      timers.set(id, activity.setTimeout(fire, ms));
      return id;
    },
    clearTimeout: (id: number) => {
      activity.clearTimeout(timers.get(id));
      timers.delete(id);
    },
    setInterval,
    clearInterval,
  };
}

function consoleFor(complain: (words: string) => void): object {
  const heed = (...words: unknown[]) => complain(words.map(wordOf).join(' '));
  const ignore = () => undefined;
  return { log: ignore, info: ignore, debug: ignore, warn: heed, error: heed };
}

// An error of the realm is no instance of ours.
const wordOf = (word: unknown): string => {
  const { stack } = Object(word) as { stack?: unknown };
  return typeof stack === 'string' ? stack : typeof word === 'string' ? word : (JSON.stringify(word) ?? String(word));
};
