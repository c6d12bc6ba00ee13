import type { Activity } from '../Activity';

/** What `observe` hears of an element. */
interface Sighting {
  intersectionRatio: number;
  boundingClientRect: { top: number; bottom: number; height: number };
}

/** Heights in px: of the screen, and of everything that is observed. Nothing is laid out here, so all is equally high. */
const screen = 753;
const observedHeight = 600;

/** The elements of a screen that are observed lie one below the other in the order of the page; a finger scrolls past. */
export class Observers {
  readonly #watching = new Set<Watch>();
  /** How far the page was scrolled, in px. */
  #from = 0;

  /** `idsOf` answers the ids of a page's elements, from the top. */
  constructor(
    private readonly activity: Activity,
    private readonly idsOf: () => readonly string[],
  ) {}

  /** `wx.createIntersectionObserver`. */
  create(): object {
    const margins = { top: 0, bottom: 0 };
    const own = new Set<Watch>();
    const observer = {
      relativeToViewport: (given: Partial<typeof margins>) => {
        Object.assign(margins, given);
        return observer;
      },
      observe: (selector: string, tell: (sighting: Sighting) => void) => {
        const watch = { id: selector.replace('#', ''), tell, margins, near: undefined };
        own.add(watch);
        this.#watching.add(watch);
        this.#look();
      },
      disconnect: () => {
        for (const watch of own) this.#watching.delete(watch);
      },
    };
    return observer;
  }

  /** A finger scrolls to the end of the page, or back to its beginning. */
  scroll(to: 'end' | 'top'): void {
    this.#from = to === 'end' ? Math.max(0, this.#observed().length * observedHeight - screen) : 0;
    this.#look();
  }

  #observed(): string[] {
    const watched = new Set([...this.#watching].map(({ id }) => id));
    return this.idsOf().filter((id) => watched.has(id));
  }

  #look(): void {
    const end = this.activity.begin('an observer');
    setImmediate(() => {
      const ids = this.#observed();
      for (const watch of [...this.#watching]) tellOf(watch, ids.indexOf(watch.id), this.#from);
      end();
    });
  }
}

interface Watch {
  id: string;
  tell(sighting: Sighting): void;
  margins: { top: number; bottom: number };
  /** As it was told; nothing was told yet: `undefined`. */
  near: boolean | undefined;
}

/** `place`: the how-manieth of the observed it is, −1 when it is on another page. */
function tellOf(watch: Watch, place: number, from: number): void {
  if (place < 0) return;
  const top = place * observedHeight - from;
  const bottom = top + observedHeight;
  const near = bottom > -watch.margins.top && top < screen + watch.margins.bottom;
  if (near === watch.near) return;
  watch.near = near;
  watch.tell({ intersectionRatio: near ? 1 : 0, boundingClientRect: { top, bottom, height: observedHeight } });
}
