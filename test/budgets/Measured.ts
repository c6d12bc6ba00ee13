import { sizeOf, type ViewSize } from '../engines/viewTree';
import { WeappHost } from '../engines/WeappHost';
import { findUnbound, type readBoundProps, type ViewData } from './unboundData';

/** What a tap, or the opening of a page, costs. Bytes are those of `setData`. */
interface Cost {
  /** Function calls that were answered, and how many answers were waited for one after the other. */
  calls: number;
  waits: number;
  /** How often something was sent to the view, how much in all, and the most at once. */
  sends: number;
  bytes: number;
  largest: number;
}

/** A phone whose costs are read off, exactly: there is no clock in it. */
export class Measured {
  readonly phone: WeappHost;
  #shown: { wanted: string; cost: Cost | undefined } | undefined;

  constructor(
    readonly dist: string,
    url: string,
    private readonly bound: ReturnType<typeof readBoundProps>,
  ) {
    this.phone = new WeappHost({ dist, url, still: true, onShown: () => this.#look() });
  }

  /** What it takes until a page shows this id, and until it lies still. */
  async open(openId: string, page: string, wanted: string): Promise<{ first: Cost; still: Cost }> {
    return this.#until(wanted, () => this.phone.launch(openId, page));
  }

  /** What it takes until the page that a tap opens shows this id. */
  async tapOpens(id: string, wanted: string): Promise<{ first: Cost; still: Cost }> {
    return this.#until(wanted, () => this.phone.tap(id));
  }

  /** What a gesture costs until the page lies still again. */
  async gesture(run: () => Promise<void>): Promise<Cost> {
    this.#forget();
    await run();
    return this.#cost();
  }

  /** The page in front, as the view has it. */
  get size(): ViewSize {
    return sizeOf(this.phone.front.root);
  }

  /** What was sent to the page in front and is bound nowhere. */
  unbound(): string[] {
    const { root } = this.phone.front.instance.data as { root: { cn: readonly ViewData[] } };
    return findUnbound(root.cn, this.bound);
  }

  async #until(wanted: string, run: () => Promise<void>): Promise<{ first: Cost; still: Cost }> {
    this.#forget();
    this.#shown = { wanted, cost: undefined };
    await run();
    const first = this.#shown.cost;
    this.#shown = undefined;
    if (!first) throw new Error(`#${wanted} was never shown; the page says: ${this.phone.text()}`);
    return { first, still: this.#cost() };
  }

  #look(): void {
    const shown = this.#shown;
    if (shown && !shown.cost && this.phone.has(shown.wanted)) shown.cost = this.#cost();
  }

  #forget(): void {
    const { phone } = this;
    phone.sent.length = 0;
    phone.cloud.answered.length = 0;
    phone.cloud.waits = 0;
  }

  #cost(): Cost {
    const { sent, cloud } = this.phone;
    const bytes = sent.reduce((sum, each) => sum + each, 0);
    return {
      calls: cloud.answered.length,
      waits: cloud.waits,
      sends: sent.length,
      bytes,
      largest: Math.max(0, ...sent),
    };
  }
}
