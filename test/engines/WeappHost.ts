import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Component, Event, globalOptions } from 'miniprogram-exparser';
import { Activity } from './Activity';
import { ComponentRegistry } from './ComponentRegistry';
import { compileView } from './compileView';
import { LogicRealm } from './LogicRealm';
import { openPage, type RenderedPage } from './openPage';
import { PageStack } from './PageStack';
import { parseUrl } from './parseUrl';
import { regionChange } from './regionChange';
import { attributeOf, findById, idsOf, textOf } from './viewTree';
import { usualAnswers } from './wx/Answers';
import { Cloud } from './wx/Cloud';
import { undrawnCanvases } from './wx/canvasApis';
import { type AppListeners, createWx } from './wx/createWx';
import { Gesture } from './wx/Gesture';
import type { OpenedLocation } from './wx/locationApis';
import { Observers } from './wx/Observers';
import { type MapLook, PhoneMap } from './wx/PhoneMap';

/** What a phone is switched on with. */
export interface WeappHostOptions {
  /** The built mini program. */
  dist: string;
  /** The emulator that `wx.cloud` and the cashier talk to. */
  url: string;
  /** What an earlier start of the mini program left on the phone. */
  storage?: Map<string, unknown>;
  /** Its clock stands still but for `pass`. */
  still?: boolean;
  /** Told after each `setData`, when the view shows it. */
  onShown?(): void;
}

/**
 * A phone with one mini program in it: its scripts in a realm of their own, its templates compiled by WeChat's wcc and
 * kept by WeChat's component engine, pages by WeChat's rules, and `wx` on an emulator. Needs jsdom. It draws nothing:
 * what is rendered is found by id, touched through the engine's events and read as text.
 */
export class WeappHost {
  /** What the person answers when WeChat asks. */
  readonly answers = usualAnswers();
  /** What WeChat's own map was asked to show. */
  readonly openedLocations: OpenedLocation[] = [];
  /** The words that were painted on canvases. */
  readonly painted: string[] = [];
  /** What was put on the clipboard, the last at the end. */
  readonly copied: string[] = [];
  /** How many bytes each `setData` sent from the logic layer to the view. */
  readonly sent: number[] = [];
  /** What went wrong without being thrown: warnings and errors on the console, and calls of what is not emulated. */
  readonly complaints: string[] = [];
  readonly cloud: Cloud;
  readonly #activity: Activity;
  readonly #gesture = new Gesture();
  readonly #observers: Observers;
  readonly #maps = new PhoneMap((id) => this.#mapAttributes(id));
  readonly #realm: LogicRealm;
  readonly #pages: PageStack<RenderedPage>;
  readonly #listeners: AppListeners = { show: new Set(), hide: new Set() };
  #entered: object = {};

  constructor({ dist, url, storage = new Map(), still = false, onShown }: WeappHostOptions) {
    this.#activity = new Activity(undefined, still);
    this.#observers = new Observers(this.#activity, () => idsOf(this.#pages.top.root));
    globalOptions.throwGlobalError = true;
    this.cloud = new Cloud(url);
    const complain = (words: string) => void this.complaints.push(words);
    const copyIn = (value: unknown) => this.#realm.copyIn(value);
    const { answers, cloud, openedLocations, painted, copied } = this;
    const activity = this.#activity;
    const phone = {
      cloud,
      answers,
      openedLocations,
      maps: this.#maps,
      observers: this.#observers,
      declaredApis: declaredApis(dist),
      storage,
      painted,
      copied,
    };
    this.#realm = new LogicRealm({
      dist,
      wx: createWx({
        ...{ ...phone, activity, copyIn, complain, gesture: this.#gesture },
        pages: () => this.#pages,
        listeners: this.#listeners,
        enterOptions: () => this.#entered,
        canvases: undrawnCanvases((id) => this.has(id)),
      }),
      activity,
      currentPages: () => this.#pages.pages.map(({ instance }) => instance),
      complain,
    });
    const registry = new ComponentRegistry(dist, this.#realm, compileView(dist), activity, (bytes) => {
      this.sent.push(bytes);
      onShown?.();
    });
    this.#pages = new PageStack(dist, (route, query) => openPage(registry.render(route), route, query, this.#realm));
  }

  /**
   * Starts the mini program as somebody, at an address such as `pages/home/index?from=scan`, from one of WeChat's scenes:
   * 1001 is its own list of mini programs. `nobody` is who opens the single page of Moments: WeChat names no one there.
   */
  async launch(openId: string, url: string, scene = 1001): Promise<void> {
    if (openId === 'nobody') await this.cloud.actAsNobody();
    else await this.cloud.actAs(openId);
    const { address, query } = parseUrl(url);
    this.#entered = { path: address, query, scene, referrerInfo: {} };
    this.#tellApp('onLaunch', this.#entered);
    this.#tellApp('onShow', this.#entered);
    this.#pages.reLaunch({ url: `/${url}` });
    await this.idle();
  }

  /** The mini program leaves the screen: another program, another chat, the lock. */
  async leave(): Promise<void> {
    this.#tellApp('onHide', {});
    for (const listener of this.#listeners.hide) listener();
    this.#pages.top.hide();
    await this.idle();
  }

  /** It comes back to the page where it was, as it was left or from another scene. */
  async comeBack(scene?: number): Promise<void> {
    if (scene !== undefined) this.#entered = { ...this.#entered, scene, query: {} };
    this.#tellApp('onShow', this.#entered);
    for (const listener of this.#listeners.show) listener(this.#realm.copyIn(this.#entered));
    this.#pages.top.show();
    await this.idle();
  }

  #tellApp(lifecycle: string, options: object): void {
    (this.#realm.app[lifecycle] as ((options: unknown) => void) | undefined)?.(this.#realm.copyIn(options));
  }

  /** The page in front. */
  get front(): RenderedPage {
    return this.#pages.top;
  }

  /** Where the person is: the addresses of the open pages, the one in front last. */
  get routes(): readonly string[] {
    return this.#pages.pages.map(({ route }) => route);
  }

  /** Resolves when nothing is under way: no short timer, no call, no rendering. */
  idle(): Promise<void> {
    return this.#activity.idle();
  }

  /** The phone's clock goes on so many ms, at once. */
  pass(ms: number): Promise<void> {
    return this.#activity.pass(ms);
  }

  /** Whether the page in front has an element with this id. */
  has(id: string): boolean {
    return findById(this.#pages.top.root, id) !== undefined;
  }

  /** The text of an element, or of the whole page in front. */
  text(id?: string): string {
    return textOf(id === undefined ? this.#pages.top.root : this.#find(id));
  }

  /** An attribute of an element, as its template gave it. */
  attribute(id: string, name: string): unknown {
    return attributeOf(this.#find(id), name);
  }

  /** A finger on an element. */
  async tap(id: string): Promise<void> {
    await this.fire(id, 'tap', { x: 10, y: 10 }, { bubbles: true });
  }

  /** Replaces what an input holds, as the keyboard does. */
  async type(id: string, text: string): Promise<void> {
    await this.fire(id, 'input', { value: text, cursor: text.length, keyCode: 0 });
  }

  /** A finger that goes over an element from one point to another, in px. */
  async touch(id: string, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    for (const [type, [clientX, clientY]] of [
      ['touchstart', from],
      ['touchmove', to],
      ['touchend', to],
    ] as const) {
      const finger = [{ identifier: 0, clientX, clientY, pageX: clientX, pageY: clientY }];
      const touches = { touches: type === 'touchend' ? [] : finger, changedTouches: finger };
      const event = Event.create(type, {}, { bubbles: true, capturePhase: true, composed: true, extraFields: touches });
      Event.dispatchEvent(this.#find(id), event);
      await this.idle();
    }
  }

  /** Any other event of a built-in component, say `change` of a swiper, and all that follows from it. */
  async fire(id: string, type: string, detail: object, { bubbles = false } = {}): Promise<void> {
    const extraFields = { touches: [], changedTouches: [] };
    const event = Event.create(type, detail, { bubbles, capturePhase: true, composed: true, extraFields });
    const touched = this.#find(id);
    this.#gesture.tell(type, () => Event.dispatchEvent(touched, event));
    await this.idle();
  }

  /** A finger moves or pinches a map. */
  async moveMap(id: string, look: Partial<MapLook>): Promise<void> {
    Event.dispatchEvent(this.#find(id), regionChange('begin', 'gesture'));
    this.#maps.move(id, look);
    Event.dispatchEvent(this.#find(id), regionChange('end', look.scale === undefined ? 'drag' : 'scale'));
    await this.idle();
  }

  /** A map is drawn, where the mini program told it to look; what it shows then. */
  async mapArrives(id: string): Promise<MapLook> {
    Event.dispatchEvent(this.#find(id), Event.create('updated', {}, {}));
    Event.dispatchEvent(this.#find(id), regionChange('end', 'update'));
    await this.idle();
    return this.#maps.lookOf(id);
  }

  /** A finger on a tab of the tab bar: `pages/cart/index`. */
  async tapTab(route: string): Promise<void> {
    this.#pages.switchTab({ url: `/${route}` });
    await this.idle();
  }

  /** WeChat's own back arrow. */
  async goBack(): Promise<void> {
    this.#pages.navigateBack({});
    await this.idle();
  }

  /** A finger scrolls to the end of the page, or back to its beginning. */
  async scroll(to: 'end' | 'top'): Promise<void> {
    this.#observers.scroll(to);
    await this.idle();
  }

  #mapAttributes(id: string): MapLook {
    const map = this.#find(id);
    const [longitude, latitude, scale] = ['longitude', 'latitude', 'scale'].map((name) =>
      Number(attributeOf(map, name)),
    );
    return { longitude: longitude ?? 0, latitude: latitude ?? 0, scale: scale ?? 16 };
  }

  #find(id: string): Component {
    const found = findById(this.#pages.top.root, id);
    if (!found) throw new Error(`${this.#pages.top.route} has no #${id}; it says: ${this.text()}`);
    return found;
  }
}

function declaredApis(dist: string): readonly string[] {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as { requiredPrivateInfos?: string[] };
  return app.requiredPrivateInfos ?? [];
}
