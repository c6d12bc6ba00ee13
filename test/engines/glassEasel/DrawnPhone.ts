import type { Page } from 'playwright-core';
import { Activity } from '../Activity';
import { type Config, LogicRealm } from '../LogicRealm';
import { type OpenPage, PageStack } from '../PageStack';
import { parseUrl } from '../parseUrl';
import { usualAnswers } from '../wx/Answers';
import { Cloud } from '../wx/Cloud';
import { type AppListeners, createWx } from '../wx/createWx';
import { Gesture } from '../wx/Gesture';
import { PhoneMap } from '../wx/PhoneMap';
import { buildViewScript, bundleView } from './bundleView';
import { DrawnCanvases } from './DrawnCanvases';
import { DrawnObservers } from './DrawnObservers';
import type { View, ViewMessage } from './messages';

/** What runs on the phone, and the window that it is drawn in. */
export interface DrawnPhoneOptions {
  /** The built mini program. */
  dist: string;
  /** The emulator that `wx.cloud` and the cashier talk to. */
  url: string;
  page: Page;
  /** What an earlier start of the mini program left on the phone. */
  storage?: Map<string, unknown>;
  /** Its clock stands still but for `pass`: no message fades, however busy the machine is. */
  still?: boolean;
}

/** A page that is open: its script here, its view in the browser under the same number. */
interface DrawnPage extends OpenPage {
  readonly number: number;
  readonly instance: Config;
}

/**
 * A phone whose screen is drawn: the logic layer of `WeappHost` (its realm, page stack and `wx`), and for a view
 * Tencent's glass-easel in Chromium, with layout and touch. Between the two there is only text, as in WeChat.
 */
export class DrawnPhone {
  readonly answers = usualAnswers();
  /** What went wrong without being thrown. */
  readonly complaints: string[] = [];
  readonly cloud: Cloud;
  readonly #activity: Activity;
  readonly #gesture = new Gesture();
  readonly #page: Page;
  readonly #realm: LogicRealm;
  readonly #pages: PageStack<DrawnPage>;
  readonly #observers: DrawnObservers;
  readonly #open = new Map<number, DrawnPage>();
  readonly #listeners: AppListeners = { show: new Set(), hide: new Set() };
  #entered: object = {};
  #viewed: Promise<unknown>;
  #last = 0;
  #isAway = false;

  constructor({ dist, url, page, storage = new Map(), still = false }: DrawnPhoneOptions) {
    this.#page = page;
    this.#activity = new Activity(undefined, still);
    this.cloud = new Cloud(url);
    const { answers, cloud } = this;
    const activity = this.#activity;
    const complain = (words: string) => void this.complaints.push(words);
    const notDrawn = () => {
      throw new Error('maps are not drawn here');
    };
    this.#observers = new DrawnObservers((...watch) => this.#tellView('observe', ...watch));
    this.#realm = new LogicRealm({
      dist,
      wx: createWx({
        ...{ cloud, answers, activity, complain, gesture: this.#gesture },
        copyIn: (value: unknown) => this.#realm.copyIn(value),
        ...{ openedLocations: [], painted: [], copied: [], storage, declaredApis: [] },
        maps: new PhoneMap(notDrawn),
        observers: this.#observers,
        pages: () => this.#pages,
        listeners: this.#listeners,
        enterOptions: () => this.#entered,
        canvases: new DrawnCanvases(
          page,
          (fileId) => cloud.fetchFile(fileId),
          () => this.#viewed,
        ),
      }),
      activity,
      currentPages: () => this.#pages.pages.map(({ instance }) => instance),
      complain,
    });
    this.#pages = new PageStack(dist, (route, query) => this.#openPage(route, query));
    this.#viewed = this.#switchOn(bundleView(dist, this.#realm, `${url}/files`));
  }

  /** Starts the mini program as somebody, at an address such as `pages/home/index`, from one of WeChat's scenes. */
  async launch(openId: string, url: string, scene: number): Promise<void> {
    await this.cloud.actAs(openId);
    const { address, query } = parseUrl(url);
    this.#entered = { path: address, query, scene, referrerInfo: {} };
    for (const lifecycle of ['onLaunch', 'onShow']) {
      (this.#realm.app[lifecycle] as ((options: unknown) => void) | undefined)?.(this.#realm.copyIn(this.#entered));
    }
    this.#pages.reLaunch({ url: `/${url}` });
    await this.idle();
  }

  /** Resolves when nothing is under way: no touch that the logic layer has not heard of, no call, no drawing. */
  async idle(): Promise<void> {
    // What was said before comes before the answer.
    await this.#viewed;
    await this.#page.evaluate(() => undefined);
    await this.#activity.idle();
  }

  /** The phone's clock goes on so many ms, at once. */
  async pass(ms: number): Promise<void> {
    await this.#activity.pass(ms);
    await this.idle();
  }

  /** A finger on a tab of the tab bar: `pages/cart/index`. */
  async tapTab(route: string): Promise<void> {
    this.#pages.switchTab({ url: `/${route}` });
    await this.idle();
  }

  /** It is put away once it is idle, and what it still says to its screen is not heard: its window may be closed. */
  async putAway(): Promise<void> {
    await this.idle();
    this.#isAway = true;
  }

  /** WeChat's own back arrow. */
  async goBack(): Promise<void> {
    this.#pages.navigateBack({});
    await this.idle();
  }

  async #switchOn(bundle: ReturnType<typeof bundleView>): Promise<void> {
    await this.#page.exposeFunction('tellLogic', (message: ViewMessage) => this.#hear(message));
    await this.#page.setContent(`<!doctype html>${head}<style>${ground}</style>`);
    await this.#page.evaluate((given) => {
      window.viewBundle = given;
    }, bundle);
    await this.#page.addScriptTag({ content: await buildViewScript() });
  }

  #openPage(route: string, query: Record<string, string>): DrawnPage {
    const { config } = this.#realm.define(route);
    this.#last += 1;
    const number = this.#last;
    const instance: Config = {
      ...config,
      ...{ route, __route__: route, options: this.#realm.copyIn(query) },
      setData: (data: object, done?: () => void) => {
        this.#tellView('setData', number, JSON.stringify(data)).then(
          () => done?.call(instance),
          (error: Error) => this.complaints.push(error.message),
        );
      },
    };
    const lifecycle = (name: string, argument?: unknown) => {
      const run = instance[name];
      if (typeof run === 'function') run.call(instance, argument);
    };
    const page: DrawnPage = {
      ...{ route, number, instance, lifecycle },
      show: () => {
        void this.#tellView('show', number);
        lifecycle('onShow');
      },
      hide: () => {
        void this.#tellView('hide', number);
        lifecycle('onHide');
      },
      close: () => {
        lifecycle('onUnload');
        this.#open.delete(number);
        void this.#tellView('close', number);
      },
    };
    this.#open.set(number, page);
    void this.#tellView('open', number, route);
    return page;
  }

  /** Says something to the view, after everything that was said before. */
  #tellView<Word extends keyof View>(word: Word, ...said: Parameters<View[Word]>): Promise<void> {
    if (this.#isAway) return Promise.resolve();
    const end = this.#activity.begin(`view.${word}`);
    const run = () =>
      this.#page.evaluate(([name, given]) => void (window.view[name] as (...all: unknown[]) => void)(...given), [
        word,
        said,
      ] as const);
    const done = this.#viewed.then(run).finally(end);
    this.#viewed = done.catch((error: Error) => this.complaints.push(`view.${word}: ${error.message}`));
    return done;
  }

  #hear(message: ViewMessage): void {
    if (message.kind === 'sighting') {
      this.#observers.hear(message);
      return;
    }
    const page = this.#open.get(message.page);
    if (!page) return;
    const { kind, config } = this.#realm.define(message.route);
    const methods = kind === 'Page' ? page.instance : (config.methods as Config);
    const method = methods[message.method] as (event: unknown) => void;
    this.#gesture.tell(message.event.type, () => method.call(page.instance, this.#realm.copyIn(message.event)));
  }
}

const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';

/** What WeChat's own style sheet says of its components. */
const ground = `
html, body { height: 100%; margin: 0; }
.screen-of-phone, page { height: 100%; }
page, view, swiper, swiper-item, scroll-view, map, image, canvas, picker, rich-text { display: block; }
input, textarea { display: block; border: 0; padding: 0; background: none; font: inherit; color: inherit; }
image { width: 320px; height: 240px; overflow: hidden; }
image > img { width: 100%; height: 100%; object-fit: cover; display: block; }
swiper { height: 150px; overflow: hidden; }
scroll-view { overflow: auto; }
`;
