import type { Place } from '@shared/kernel/geo';

/**
 * Where the person is (GCJ-02), or why that is not known: `denied` by the person, `off` in the phone's settings, `timeout`
 * where no answer came, `notAsked` by this build.
 */
export type Located = { place: Place } | { because: 'denied' | 'off' | 'timeout' | 'notAsked' };

/** How long to wait for a place, in milliseconds; after that, a map without one is of more use. */
export const locateLimit = 5_000;

/** Steps of a fuzzy place, in degrees: about a kilometre. WeChat blurs no finer, and nothing finer leaves the phone. */
const fuzzyStep = 0.01;

/** How far from a blurred place the person may be, in metres: half a step, across. */
export const fuzzyRadius = 750;

/** A place as exactly as `fuzzy` may know it. */
export const blurred = ([longitude, latitude]: Place): Place => [onGrid(longitude), onGrid(latitude)];

const onGrid = (degrees: number): number => Number((Math.round(degrees / fuzzyStep) * fuzzyStep).toFixed(2));
