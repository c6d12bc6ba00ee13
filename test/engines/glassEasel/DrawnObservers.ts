import type { ViewMessage } from './messages';

type Tell = (sighting: { intersectionRatio: number; boundingClientRect: { height: number } }) => void;

/** `wx.createIntersectionObserver`, answered by the browser's own. */
export class DrawnObservers {
  readonly #tells = new Map<number, Tell>();
  #last = 0;

  /** `watch` asks the view to watch an element of the page in front. */
  constructor(
    private readonly watch: (observer: number, id: string, margins: { top: number; bottom: number }) => Promise<void>,
  ) {}

  create(): object {
    const margins = { top: 0, bottom: 0 };
    const own: number[] = [];
    const observer = {
      relativeToViewport: (given: Partial<typeof margins>) => {
        Object.assign(margins, given);
        return observer;
      },
      observe: (selector: string, tell: Tell) => {
        this.#last += 1;
        own.push(this.#last);
        this.#tells.set(this.#last, tell);
        void this.watch(this.#last, selector.replace('#', ''), margins);
      },
      disconnect: () => {
        for (const each of own) this.#tells.delete(each);
      },
    };
    return observer;
  }

  /** The view saw an element come or go. */
  hear({ observer, ratio, height }: Extract<ViewMessage, { kind: 'sighting' }>): void {
    this.#tells.get(observer)?.({ intersectionRatio: ratio, boundingClientRect: { height } });
  }
}
