import * as v from 'valibot';

/** What can happen to one attempt to push an event; `twice` is signed anew, `foreign` encrypted for another app. */
export const pushMishaps = ['twice', 'reorder', 'delay', 'drop', 'forge', 'stale', 'foreign'] as const;
export type PushMishap = (typeof pushMishaps)[number];

/** What can happen to one call: no answer but HTTP 502, 45009, 48001, -1, or 40001. */
export const callMishaps = ['down', 'quota', 'unauthorized', 'busy', 'tokenLost'] as const;
export type CallMishap = (typeof callMishaps)[number];

const Times = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1)), 1);

/** Something that goes wrong the next `times` times; a push is delayed by `delayMs` of the emulator's clock. */
export const AccountSwitch = v.variant('of', [
  v.strictObject({
    of: v.literal('push'),
    mishap: v.picklist(pushMishaps),
    times: Times,
    delayMs: v.optional(v.pipe(v.number(), v.minValue(1)), 60_000),
  }),
  v.strictObject({
    of: v.literal('call'),
    mishap: v.picklist(callMishaps),
    times: Times,
    /** Only this call, such as `user/get`; any call when it is not said. */
    call: v.optional(v.string()),
    /** So many such calls go right before. */
    skip: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  }),
]);
export type AccountSwitch = v.InferOutput<typeof AccountSwitch>;
type SwitchOf<Of extends AccountSwitch['of']> = Extract<AccountSwitch, { of: Of }>;

/** Makes the official accounts' server go wrong on purpose. What was switched on is forgotten at a restart. */
export class AccountSwitchboard {
  #switches: AccountSwitch[] = [];

  get switches(): readonly AccountSwitch[] {
    return this.#switches;
  }

  /** What is switched on first happens first. */
  switchOn(wanted: AccountSwitch): void {
    this.#switches.push(wanted);
  }

  /** From now on everything is right. */
  reset(): void {
    this.#switches = [];
  }

  /** What happens to the push that is made now. */
  takePush(): SwitchOf<'push'> | undefined {
    return this.#take<'push'>((each) => each.of === 'push');
  }

  /** What happens to the call that has come now, such as `user/get`. */
  takeCall(call: string): CallMishap | undefined {
    return this.#take<'call'>((each) => each.of === 'call' && (each.call ?? call) === call)?.mishap;
  }

  #take<Of extends AccountSwitch['of']>(fits: (each: AccountSwitch) => boolean): SwitchOf<Of> | undefined {
    const taken = this.#switches.find(fits);
    if (!taken) return undefined;
    const isSkipped = taken.of === 'call' && taken.skip > 0;
    const left = isSkipped ? { ...taken, skip: taken.skip - 1 } : { ...taken, times: taken.times - 1 };
    this.#switches = this.#switches.flatMap((each) => (each !== taken ? [each] : left.times > 0 ? [left] : []));
    // `fits` looks at `of` only together with what is asked for.
    return isSkipped ? undefined : (taken as SwitchOf<Of>);
  }
}
