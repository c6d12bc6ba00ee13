import type { Output } from '@shared/contract';
import type { Rectangle } from '@shared/kernel/geo';
import { isInside, widened, widthOf } from './rectangle';

/** Shops and clusters of an area. */
export type Features = Output<'shop.countShopsInView'>;

/** What the map can draw just now. */
export interface InView {
  /** Undefined until the first answer; stays while a newer one is on its way. */
  features: Features | undefined;
  state: 'ready' | 'loading' | 'failed';
}

/** An answer and the area that was asked for. */
interface Loaded {
  area: Rectangle;
  features: Features;
}

/** How long the map must lie still before we ask, in milliseconds. */
const stillness = 160;
/** What is loaded around the view on each side, in widths and heights of the view. */
const margin = 0.3;
/** An area this many times as wide as the view shows its clusters too coarse. */
const mostWidths = 3;
const mostKept = 12;

/**
 * Decides what a map must load: nothing while the view stays in what is loaded, and is not much smaller; else the view
 * with a margin, once it lies still. Answers that came too late are dropped, the last twelve are kept.
 */
export class InViewLoader {
  #kept: Loaded[] = [];
  #view: Rectangle | undefined;
  #asking: Rectangle | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: Features | undefined;

  /** `ask` may reject; `tell` hears of every change. */
  constructor(
    private readonly ask: (area: Rectangle) => Promise<Features>,
    private readonly tell: (inView: InView) => void,
  ) {}

  /** The map shows this now. */
  look(view: Rectangle): void {
    this.#view = view;
    clearTimeout(this.#timer);
    const known = this.#kept.find((loaded) => serves(loaded, view));
    if (known) {
      this.#asking = undefined;
      this.#show(known.features);
    } else if (!this.#asking || !isServed(this.#asking, view)) {
      this.#asking = undefined;
      this.#timer = setTimeout(() => void this.#load(view), stillness);
    }
  }

  /** Asks again for what is shown: the shops may have changed, or the answer failed to come. */
  refresh(): void {
    this.#kept = [];
    if (this.#view) void this.#load(this.#view);
  }

  /** Asks for nothing any more, and drops what is on its way. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#asking = undefined;
  }

  async #load(view: Rectangle): Promise<void> {
    const area = widened(view, margin);
    this.#asking = area;
    this.tell({ features: this.#shown, state: 'loading' });
    const features = await this.ask(area).catch(() => undefined);
    if (this.#asking !== area) return;
    this.#asking = undefined;
    if (!features) {
      this.tell({ features: this.#shown, state: 'failed' });
      return;
    }
    this.#kept = [{ area, features }, ...this.#kept].slice(0, mostKept);
    this.#show(features);
  }

  #show(features: Features): void {
    this.#shown = features;
    this.tell({ features, state: 'ready' });
  }
}

/** Without clusters everything is known, however near the view comes. */
const serves = ({ area, features }: Loaded, view: Rectangle): boolean =>
  features.clusters.length === 0 ? isInside(view, area) : isServed(area, view);

const isServed = (area: Rectangle, view: Rectangle): boolean =>
  isInside(view, area) && widthOf(area) <= mostWidths * widthOf(view);
