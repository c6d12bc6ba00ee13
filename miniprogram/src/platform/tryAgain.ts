import { NetworkFault } from './faults';

/** Pauses before the second and the third try, in ms: a lift, a tunnel and a change of cell are over by then. */
const pauses = [300, 900];

/** After so long nobody waits for one more try, in ms. */
const patience = 12_000;

/** Runs `work` again when the network failed it, twice at most; throws what the last try threw. Other faults are thrown at once. */
export async function tryAgain<Result>(work: () => Promise<Result>): Promise<Result> {
  const began = Date.now();
  for (const pause of pauses) {
    try {
      return await work();
    } catch (fault) {
      if (!(fault instanceof NetworkFault) || Date.now() - began > patience) throw fault;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return work();
}
