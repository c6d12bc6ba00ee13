import type { OpenPage, PageStack, Target } from '../PageStack';
import type { Answers } from './Answers';
import { type AsyncApi, asyncApi, type Failure, type Work } from './asyncApi';
import type { FunctionCall } from './Cloud';
import { canvasApis, type PaintHost } from './canvasApis';
import { locationApis, type PlaceHost } from './locationApis';
import type { PhoneMap } from './PhoneMap';
import { type SubscribeHost, subscribeApi } from './subscribeApi';
import { systemInfo } from './systemInfo';

/** The phone that `wx` belongs to. */
export interface WxHost extends PlaceHost, PaintHost, SubscribeHost {
  answers: Answers;
  maps: PhoneMap;
  observers: { create(): object };
  pages(): PageStack<OpenPage>;
  /** What the phone keeps for this mini program, across restarts. */
  storage: Map<string, unknown>;
  /** What was put on the clipboard. */
  copied: string[];
  /** Who wants to hear that the mini program comes to the front or leaves it. */
  listeners: AppListeners;
  /** How the mini program was opened the last time. */
  enterOptions(): object;
}

/** What `wx.onAppShow` and `wx.onAppHide` were given. */
export interface AppListeners {
  show: Set<(shownBy: unknown) => void>;
  hide: Set<() => void>;
}

/** `wx`, with what this storefront uses of it. Whatever else is called fails by its name. */
export function createWx(host: WxHost): object {
  const { show, hide } = host.listeners;
  const emulated: Record<string, unknown> = {
    ...systemApis,
    onAppShow: (listener: (shownBy: unknown) => void) => show.add(listener),
    offAppShow: (listener: (shownBy: unknown) => void) => show.delete(listener),
    onAppHide: (listener: () => void) => hide.add(listener),
    getEnterOptionsSync: () => host.copyIn(host.enterOptions()),
    ...storageApis(host),
    ...promised(host, {
      ...routing(host),
      ...locationApis(host),
      requestPayment: (request: object) => host.cloud.requestPayment(request, host.answers.cashier),
      showModal: () => ({ confirm: host.answers.modal === 'confirm', cancel: host.answers.modal === 'cancel' }),
      ...receiptPage(host, show),
      setClipboardData: ({ data }: { data: string }) => void host.copied.push(data),
      previewImage: () => undefined,
      openSetting: () => ({ authSetting: {} }),
      saveImageToPhotosAlbum: () => saveToAlbum(host.answers.album),
      stopPullDownRefresh: () => undefined,
    }),
    requestSubscribeMessage: subscribeApi(host),
    ...canvasApis(host, (name, work) => asyncApi(name, work, host)),
    createIntersectionObserver: () => host.observers.create(),
    createMapContext: (id: string) => failingByName('MapContext', promised(host, host.maps.contextOf(id)), host),
    cloud: failingByName('wx.cloud', cloudApis(host), host),
    // Not WeChat's: webpack keeps a bundle's chunks on `wx`, and looks whether they are there.
    webpackJsonp: undefined,
  };
  return failingByName('wx', emulated, host);
}

/** WeChat's page for confirming a receipt is another mini program; its answer is who showed ours again. */
const receiptPage = (host: WxHost, shown: ReadonlySet<(shownBy: unknown) => void>): Record<string, Work> => ({
  openBusinessView: ({ businessType, extraData }: { businessType: string; extraData: object }) => {
    const status = host.answers.receipt;
    if (businessType !== 'weappOrderConfirm') throw new Error(`${businessType} is not emulated`);
    if (status === 'unavailable') throw new Error('not supported');
    const back = { status, req_extradata: extraData };
    const end = host.activity.begin('coming back');
    setImmediate(() => {
      const shownBy = host.copyIn({ referrerInfo: { appId: 'wx1183b055aeec94d1', extraData: back } });
      for (const listener of [...shown]) listener(shownBy);
      end();
    });
  },
});

function saveToAlbum(answer: Answers['album']): void {
  if (answer === 'denied') throw { errMsg: 'saveImageToPhotosAlbum:fail auth deny' } satisfies Failure;
  if (answer === 'cancel') throw { errMsg: 'saveImageToPhotosAlbum:fail cancel' } satisfies Failure;
}

const systemApis = {
  ...systemInfo,
  canIUse: () => true,
  nextTick: (run: () => void) => setImmediate(run),
  onUnhandledRejection: () => undefined,
};

const cloudApis = (host: WxHost) => ({
  init: () => undefined,
  callFunction: asyncApi('cloud.callFunction', (request: FunctionCall) => host.cloud.callFunction(request), host),
  downloadFile: asyncApi('cloud.downloadFile', ({ fileID }: { fileID: string }) => ({ tempFilePath: fileID }), host),
});

const routing = ({ pages }: WxHost): Record<string, Work> => ({
  navigateTo: (target: Target) => pages().navigateTo(target),
  redirectTo: (target: Target) => pages().redirectTo(target),
  navigateBack: (steps: { delta?: number }) => pages().navigateBack(steps),
  switchTab: (target: Target) => pages().switchTab(target),
  reLaunch: (target: Target) => pages().reLaunch(target),
});

function storageApis(host: WxHost): Record<string, unknown> {
  const kept = host.storage;
  return {
    getStorageSync: (key: string) => (kept.has(key) ? host.copyIn(kept.get(key)) : ''),
    ...promised(host, {
      setStorage: ({ key, data }: { key: string; data: unknown }) => {
        kept.set(key, structuredClone(data));
      },
    }),
  };
}

const promised = (host: WxHost, works: Record<string, Work>): Record<string, AsyncApi> =>
  Object.fromEntries(Object.entries(works).map(([name, work]) => [name, asyncApi(name, work, host)]));

function failingByName(owner: string, emulated: Record<string, unknown>, { complain }: WxHost): object {
  return new Proxy(emulated, {
    get: (_target, name) => {
      if (typeof name === 'symbol' || name in emulated) return emulated[String(name)];
      return () => {
        complain(`${owner}.${name} is not emulated`);
        throw new Error(`${owner}.${name} is not emulated`);
      };
    },
  });
}
