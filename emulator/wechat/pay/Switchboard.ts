import * as v from 'valibot';

/** What can happen to one attempt to deliver a notification. */
export const notifyMishaps = [
  ...(['delay', 'twice', 'reorder', 'drop'] as const),
  ...(['tamper', 'wrongKey', 'probe', 'stale', 'foreign', 'wrongAmount', 'unknownOrder'] as const),
] as const;
export type NotifyMishap = (typeof notifyMishaps)[number];

/** What can happen to one call of the API; `…After`: it has acted all the same. */
export const callMishaps = ['error', 'errorAfter', 'silentAfter', 'tooOften'] as const;
export type CallMishap = (typeof callMishaps)[number];

/** The calls of the API, by what they do. */
export const payCalls = ['prepay', 'query', 'close', 'refund', 'queryRefund', 'bill'] as const;
export type PayCall = (typeof payCalls)[number];

/** How a refund can end but for SUCCESS; PROCESSING: not until it is told to. */
export const refundEnds = ['PROCESSING', 'ABNORMAL', 'CLOSED'] as const;

/** Which of WeChat Pay's keys signs; `both`: one and the other in turns, as during a switch of keys. */
export const signings = ['publicKey', 'certificate', 'both'] as const;

const Times = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1);

/** Something that goes wrong the next `times` times. A notification is delayed by `delayMs` of the emulator's clock. */
export const Switch = v.variant('of', [
  v.strictObject({
    of: v.literal('notify'),
    mishap: v.picklist(notifyMishaps),
    times: Times,
    delayMs: v.optional(v.pipe(v.number(), v.minValue(1)), 60_000),
  }),
  v.strictObject({
    of: v.literal('call'),
    mishap: v.picklist(callMishaps),
    times: Times,
    /** Only this call; any call when it is not said. */
    call: v.optional(v.picklist(payCalls)),
  }),
  v.strictObject({ of: v.literal('refund'), ends: v.picklist(refundEnds), times: Times }),
]);
export type Switch = v.InferOutput<typeof Switch>;
type SwitchOf<Of extends Switch['of']> = Extract<Switch, { of: Of }>;

/** Makes WeChat Pay go wrong on purpose. What was switched on is forgotten at a restart. */
export class Switchboard {
  #switches: Switch[] = [];
  #signing: (typeof signings)[number] = 'publicKey';
  #signed = 0;

  get switches(): readonly Switch[] {
    return this.#switches;
  }

  get signing(): (typeof signings)[number] {
    return this.#signing;
  }

  /** What is switched on first happens first. */
  switchOn(wanted: Switch): void {
    this.#switches.push(wanted);
  }

  signWith(signing: (typeof signings)[number]): void {
    this.#signing = signing;
  }

  /** From now on everything is right. */
  reset(): void {
    this.#switches = [];
    this.#signing = 'publicKey';
  }

  /** What happens to the attempt that is made now. */
  takeNotify(): SwitchOf<'notify'> | undefined {
    return this.#take((each) => each.of === 'notify');
  }

  /** What happens to the call that has come now. */
  takeCall(call: PayCall): CallMishap | undefined {
    const taken = this.#take<'call'>((each) => each.of === 'call' && (each.call ?? call) === call);
    return taken?.mishap;
  }

  /** How the refund that is made now ends. */
  takeRefund(): 'SUCCESS' | (typeof refundEnds)[number] {
    return this.#take<'refund'>((each) => each.of === 'refund')?.ends ?? 'SUCCESS';
  }

  /** Which key signs now. */
  takeSigner(): 'publicKey' | 'certificate' {
    if (this.#signing !== 'both') return this.#signing;
    this.#signed += 1;
    return this.#signed % 2 === 1 ? 'certificate' : 'publicKey';
  }

  #take<Of extends Switch['of']>(fits: (each: Switch) => boolean): SwitchOf<Of> | undefined {
    const taken = this.#switches.find(fits);
    if (!taken) return undefined;
    const left = { ...taken, times: taken.times - 1 };
    this.#switches = this.#switches.flatMap((each) => (each !== taken ? [each] : left.times > 0 ? [left] : []));
    // `fits` looks at `of` only together with what is asked for.
    return taken as SwitchOf<Of>;
  }
}
