import type { DemoPerson } from '../support/world/people';
import type { Network } from './Network';

/** What a person does with the storefront, whatever shows it to them: a mini-program engine or a browser. */
export interface Driver {
  readonly network: Network;
  /** Takes up the phone of another person; `open` comes next. */
  actAs(person: DemoPerson): Promise<void>;
  /** Opens a page by its address, `pages/home/index`, as a link does. */
  open(page: string): Promise<void>;
  tap(id: string): Promise<void>;
  type(id: string, text: string): Promise<void>;
  /** Taps what opens WeChat's cashier and leaves that, paid or not; `meanwhile` is what happens until it opens. */
  tapAndPay(id: string, outcome: 'pay' | 'cancel', meanwhile?: () => Promise<void>): Promise<void>;
  /** Taps what asks "really?" and says yes. */
  confirmOn(id: string): Promise<void>;
  /** Goes to a tab by its words on the tab bar. */
  switchTab(name: string): Promise<void>;
  back(): Promise<void>;
  /** The words of an element, without spaces; waits until it is there. */
  text(id: string): Promise<string>;
  /** Resolves when an element says exactly these words, or words like these, spaces aside. */
  says(id: string, words: string | RegExp): Promise<void>;
  /** What an input holds. */
  value(id: string): Promise<string>;
  /** Resolves when these words are on the screen. */
  see(words: string): Promise<void>;
  /** Keeps what is on the screen as a picture, where there is one to keep. */
  screenshot(name: string): Promise<void>;
  /** Puts everything away. Rejects with what went wrong unseen: errors on the console, uncaught errors. */
  close(): Promise<void>;
}

/** How a phone answers a dialog of the mini program's, or WeChat's question whether it may send a message. */
export const saysYes = { modal: 'confirm', subscribe: 'accept' } as const;

/** Whether a text is what `says` waits for. */
export const isSaid = (words: string | RegExp, text: string): boolean =>
  typeof words === 'string' ? text === words : words.test(text);
