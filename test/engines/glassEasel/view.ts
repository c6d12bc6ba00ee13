import * as adapter from 'glass-easel-miniprogram-adapter';
import { fileUrl } from '../wx/fileUrl';
import { defineBuiltIns, tellOfTyping } from './builtIns';
import type { PlainEvent, View, ViewBundle, ViewMessage } from './messages';

declare global {
  interface Window {
    viewBundle: ViewBundle;
    view: View;
    tellLogic(message: ViewMessage): void;
  }
}

// The view layer of a mini program in a browser: what the logic layer says comes in by `window.view`, as text.

const { glassEasel } = adapter;
// Each element has its id in the document, after a prefix of its component's and two dashes.
glassEasel.globalOptions.writeIdToDOM = true;
const bundle = window.viewBundle;
const environment = new adapter.MiniProgramEnv();
const code = environment.createCodeSpace('', true);
const backend = new glassEasel.CurrentWindowBackendContext();
const associated = environment.associateBackend(backend);
const compiled = new Function(`return ${bundle.templates}`)() as Record<string, object>;

interface Page {
  root: ReturnType<typeof associated.createRoot>;
  screen: HTMLElement;
  style: HTMLStyleElement;
}
const pages = new Map<number, Page>();
/** Which page an event belongs to: only the one in front can be touched. */
let front = 0;

backend.onEvent((target, type, detail, options) => {
  const event = new glassEasel.Event(type, detail, options);
  glassEasel.Event.dispatchEvent(target as never, event);
  // glass-easel's EventBubbleStatus, a const enum: NoDefault, Normal.
  return (event.defaultPrevented() ? 1 : 0) as never;
});

const builtIns = defineBuiltIns(environment.getGlobalCodeSpace().getComponentSpace(), (src) =>
  fileUrl(src, bundle.filesUrl),
);
for (const [tag, definition] of Object.entries(builtIns)) {
  code.getComponentSpace().setGlobalUsingComponent(tag, definition as never);
}
for (const route of Object.keys(bundle.definitions)) defineRoute(route);
addStyle(bundle.appStyle);
tellOfTyping();

window.view = {
  open(number, route) {
    const root = associated.createRoot('page', code, route);
    const screen = document.createElement('div');
    screen.className = 'screen-of-phone';
    const place = document.createElement('i');
    screen.append(place);
    document.body.append(screen);
    root.attach(screen as never, place as never);
    pages.set(number, { root, screen, style: addStyle(bundle.styles[route] ?? '') });
    this.show(number);
  },
  setData(number, data) {
    // What a page still says after it was closed is dropped, as in WeChat.
    pages.get(number)?.root.get().setData(JSON.parse(data));
  },
  show(number) {
    for (const [each, { screen, style }] of pages) {
      screen.style.display = each === number ? '' : 'none';
      style.disabled = each !== number;
    }
    front = number;
  },
  hide(number) {
    pageOf(number).screen.style.display = 'none';
  },
  close(number) {
    const { root, screen, style } = pageOf(number);
    root.release();
    screen.remove();
    style.remove();
    pages.delete(number);
  },
  observe(observer, id, { top, bottom }) {
    const watched = pageOf(front).screen.querySelector(`[id$="--${id}"]`);
    if (!watched) return;
    const look = new IntersectionObserver(
      (seen) => {
        const last = seen.at(-1);
        if (!last) return;
        const { height } = last.boundingClientRect;
        window.tellLogic({ kind: 'sighting', observer, ratio: last.isIntersecting ? 1 : 0, height });
      },
      { rootMargin: `${top}px 0px ${bottom}px 0px` },
    );
    look.observe(watched);
  },
};

function defineRoute(route: string): void {
  const definition = bundle.definitions[route];
  if (!definition) return;
  const { kind, methods, data, properties, options } = definition;
  code.addComponentStaticConfig(route, { usingComponents: bundle.components[route] ?? {} } as never);
  code.addCompiledTemplate(route, { groupList: compiled, content: compiled[route] } as never);
  const types: Record<string, unknown> = { Object, Array, String, Number, Boolean };
  const typed = Object.entries(properties).map(([name, { type, value }]) => [name, { type: types[type], value }]);
  const calls = methods.map((method) => [
    method,
    (event: RawEvent) => window.tellLogic({ kind: 'event', page: front, route, method, event: plain(event) }),
  ]);
  const given = { data, methods: Object.fromEntries(calls), options } as object;
  code.componentEnv(route, ({ Component }) => {
    Component((kind === 'Page' ? given : { ...given, properties: Object.fromEntries(typed) }) as never);
  });
}

interface RawEvent {
  type: string;
  timeStamp: number;
  detail: unknown;
  target: { id: string; dataset: object };
  currentTarget: { id: string; dataset: object };
}

const plain = ({ type, timeStamp, detail, target, currentTarget }: RawEvent): PlainEvent => ({
  type,
  timeStamp,
  detail,
  target: { id: target.id, dataset: target.dataset },
  currentTarget: { id: currentTarget.id, dataset: currentTarget.dataset },
  touches: [],
  changedTouches: [],
});

function pageOf(number: number): Page {
  const page = pages.get(number);
  if (!page) throw new Error(`there is no page ${number}`);
  return page;
}

function addStyle(text: string): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = text;
  document.head.append(style);
  return style;
}
