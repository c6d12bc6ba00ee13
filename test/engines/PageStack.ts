import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A page that is open. */
export interface OpenPage {
  readonly route: string;
  /** Calls a lifecycle function, `onShow` say, if the page has it. */
  lifecycle(name: string, argument?: unknown): void;
  show(): void;
  hide(): void;
  close(): void;
}

/** WeChat refuses an eleventh page. */
const mostPages = 10;

/** Opens and closes pages by WeChat's rules. Refusals are thrown in WeChat's form, `{ errMsg: 'navigateTo:fail …' }`. */
export class PageStack<Page extends OpenPage> {
  readonly #routes: readonly string[];
  readonly #tabRoutes: readonly string[];
  /** Tab pages once opened live on while another tab is shown. */
  readonly #tabs = new Map<string, Page>();
  #stack: Page[] = [];

  constructor(
    dist: string,
    private readonly open: (route: string, query: Record<string, string>) => Page,
  ) {
    const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as AppJson;
    const inPackages = (app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
    this.#routes = [...app.pages, ...inPackages];
    this.#tabRoutes = (app.tabBar?.list ?? []).map(({ pagePath }) => pagePath);
  }

  get pages(): readonly Page[] {
    return this.#stack;
  }

  /** The page in front. */
  get top(): Page {
    const top = this.#stack.at(-1);
    if (!top) throw new Error('no page is open');
    return top;
  }

  /** Closes everything and opens one page. */
  reLaunch({ url }: Target): void {
    const { route, query } = this.#resolve(url, 'reLaunch');
    for (const page of new Set([...this.#stack, ...this.#tabs.values()])) page.close();
    this.#tabs.clear();
    this.#stack = [];
    this.#push(route, query);
  }

  navigateTo({ url }: Target): void {
    const { route, query } = this.#resolve(url, 'navigateTo');
    if (this.#isTab(route)) throw refusal('navigateTo', 'can not navigateTo a tabbar page');
    if (this.#stack.length >= mostPages) throw refusal('navigateTo', 'webview count limit exceed');
    this.top.hide();
    this.#push(route, query);
  }

  redirectTo({ url }: Target): void {
    const { route, query } = this.#resolve(url, 'redirectTo');
    if (this.#isTab(route)) throw refusal('redirectTo', 'can not redirectTo a tabbar page');
    this.#pop();
    this.#push(route, query);
  }

  navigateBack({ delta = 1 }: { delta?: number }): void {
    if (this.#stack.length < 2) throw refusal('navigateBack', 'cannot navigate back at first page.');
    const steps = Math.min(delta, this.#stack.length - 1);
    for (let step = 0; step < steps; step += 1) this.#pop();
    this.top.show();
  }

  switchTab({ url }: Target): void {
    // WeChat drops a query here.
    const { route } = this.#resolve(url, 'switchTab');
    if (!this.#isTab(route)) throw refusal('switchTab', 'can not switch to no-tabBar page');
    const front = this.top;
    while (this.#stack.length > 0 && !this.#isTab(this.top.route)) this.#pop();
    const before = this.#stack.pop();
    const kept = this.#tabs.get(route);
    // Below another page it was hidden when that opened.
    if (before === front && before !== kept) before.hide();
    if (!kept) {
      this.#push(route, {});
      return;
    }
    this.#stack = [kept];
    if (kept !== front) kept.show();
  }

  #push(route: string, query: Record<string, string>): void {
    const page = this.open(route, query);
    this.#stack.push(page);
    if (this.#isTab(route)) this.#tabs.set(route, page);
    page.lifecycle('onLoad', query);
    page.lifecycle('onShow');
    page.lifecycle('onReady');
  }

  #pop(): void {
    const page = this.#stack.pop();
    if (!page) return;
    if (this.#tabs.get(page.route) === page) this.#tabs.delete(page.route);
    page.close();
  }

  #isTab = (route: string): boolean => this.#tabRoutes.includes(route);

  #resolve(url: string, api: string): { route: string; query: Record<string, string> } {
    const [address = '', search = ''] = url.split('?');
    const base = this.#stack.length > 0 ? path.posix.dirname(`/${this.top.route}`) : '/';
    const route = path.posix.resolve(base, address).slice(1);
    if (!this.#routes.includes(route)) throw refusal(api, `page "${route}" is not found`);
    return { route, query: queryOf(search) };
  }
}

/** Where a route leads: an address relative to the page in front, or from the root when it begins with `/`. */
export interface Target {
  url: string;
}

interface AppJson {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string }[] };
}

const refusal = (api: string, because: string): { errMsg: string } => ({ errMsg: `${api}:fail ${because}` });

/** As WeChat hands it over: nothing is decoded. */
function queryOf(search: string): Record<string, string> {
  const pairs = search.split('&').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', ...value] = pair.split('=');
      return [key, value.join('=')];
    }),
  );
}
