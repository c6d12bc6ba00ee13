import type { Sky } from '../support/Weather';

/** What lies between a phone and the shop, and the phone's clock. */
export interface Network {
  /** From now on, on this phone and on those that are taken up later. */
  become(sky: Sky): Promise<void>;
  /** While it is slow: waits until this operation is under way; three seconds later by the phone's clock, all is answered. */
  answer(operation: string): Promise<void>;
  /** The phone's clock goes on so many ms, at once. */
  pass(ms: number): Promise<void>;
  /** How many calls did not get through so far. */
  lost(): number;
}
