/** What becomes of a call: answered; lost on its way; carried out, and its answer lost; answered when the phone's clock allows. */
export type Fate = 'arrives' | 'lost' | 'answerLost' | 'late';

/** The network between a phone and the shop. `offlineFrom`: nothing arrives from the first call of that operation on. */
export type Sky = 'well' | 'slow' | 'lossy' | 'offline' | { answersLostOf: string } | { offlineFrom: string };

/** How late answers are while it is slow, in ms. */
export const lateness = 3_000;

/** One call of so many is lost while it is lossy, by turns itself and its answer. */
const oneOf = 5;

/** Decides what becomes of each call, the same way every time. */
export class Weather {
  /** How many calls did not get through. */
  lost = 0;
  #sky: Sky = 'well';
  #calls = 0;

  become(sky: Sky): void {
    this.#sky = sky;
    this.#calls = 0;
  }

  /** `operation` as it is called: `order.placeOrder`. */
  fateOf(operation: string): Fate {
    this.#calls += 1;
    const fate = this.#fateOf(operation);
    if (fate === 'lost' || fate === 'answerLost') this.lost += 1;
    return fate;
  }

  #fateOf(operation: string): Fate {
    const sky = this.#sky;
    if (sky === 'well') return 'arrives';
    if (sky === 'slow') return 'late';
    if (sky === 'offline') return 'lost';
    if (sky === 'lossy')
      return this.#calls % oneOf > 0 ? 'arrives' : this.#calls % (2 * oneOf) > 0 ? 'lost' : 'answerLost';
    if ('answersLostOf' in sky) return sky.answersLostOf === operation ? 'answerLost' : 'arrives';
    if (sky.offlineFrom !== operation) return 'arrives';
    this.#sky = 'offline';
    return 'lost';
  }
}
