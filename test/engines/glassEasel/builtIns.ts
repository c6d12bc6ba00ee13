import type * as glassEasel from 'glass-easel';

type Space = glassEasel.ComponentSpace;
type Shown = glassEasel.GeneralComponent;

/** Boxes: what they are is said by the style sheets and by what lies in them. */
const boxes = ['view', 'text', 'swiper', 'swiper-item', 'map', 'canvas', 'picker', 'official-account'];

/** WeChat's own components, as far as a page of ours uses them: a tag of the same name, and what it does with its props. */
export function defineBuiltIns(space: Space, pictureUrl: (src: string) => string): Record<string, object> {
  const define = (tag: string, properties: Record<string, object> = {}, attached?: (this: Shown) => void) =>
    space.defineComponent({ is: `wx/${tag}`, properties, ...(attached && { lifetimes: { attached } }) } as never);
  return {
    ...Object.fromEntries(boxes.map((tag) => [tag, define(tag)])),
    image: define('image', {
      src: reflected((box, src, component) => drawPicture(component, box, pictureUrl(src))),
    }),
    'rich-text': define('rich-text', { nodes: reflected((box, nodes) => box.replaceChildren(parse(nodes))) }),
    input: define('input', typing, listenToTyping),
    textarea: define('textarea', typing, listenToTyping),
    'scroll-view': define('scroll-view', {}, tellOfItsEnd),
  };
}

/** A property of text that changes the element in the document. */
const reflected = (apply: Reflect, type: unknown = String): object => ({
  type,
  observer(this: Shown, value: string) {
    apply(elementOf(this), value, this);
  },
});
type Reflect = (box: HTMLElement, value: string, component: Shown) => void;

const elementOf = (component: Shown): HTMLElement => component.getBackendElement() as unknown as HTMLElement;

function drawPicture(component: Shown, box: HTMLElement, src: string): void {
  const picture = document.createElement('img');
  picture.addEventListener('load', () => component.triggerEvent('load', {}));
  picture.addEventListener('error', () => component.triggerEvent('error', { errMsg: `cannot load ${src}` }));
  picture.src = src;
  box.replaceChildren(...(src ? [picture] : []));
}

const parse = (html: string): DocumentFragment => {
  const holder = document.createElement('template');
  holder.innerHTML = html;
  return holder.content;
};

const typing = {
  value: reflected((box, value) => {
    (box as HTMLInputElement).value = value;
  }),
  placeholder: reflected((box, words) => box.setAttribute('placeholder', words)),
  disabled: reflected((box, off) => box.toggleAttribute('disabled', Boolean(off)), Boolean),
};

const typed = new WeakMap<EventTarget, Shown>();

function listenToTyping(this: Shown): void {
  typed.set(elementOf(this), this);
}

/** Tells what is typed as WeChat does. The document's own event ends here: glass-easel would pass it on, without a value. */
export function tellOfTyping(): void {
  const tell = (event: Event): void => {
    const component = event.target && typed.get(event.target);
    if (!component) return;
    event.stopImmediatePropagation();
    const { value } = event.target as HTMLInputElement;
    component.triggerEvent('input', { value, cursor: value.length, keyCode: 0 });
  };
  document.addEventListener('input', tell, { capture: true });
}

/** How near its end a list tells, in px, as WeChat's `lower-threshold` has it. */
const lowerThreshold = 50;

function tellOfItsEnd(this: Shown): void {
  const box = elementOf(this);
  box.addEventListener('scroll', () => {
    if (box.scrollTop + box.clientHeight >= box.scrollHeight - lowerThreshold) this.triggerEvent('scrolltolower', {});
  });
}
