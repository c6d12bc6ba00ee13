import * as v from 'valibot';

/** Shapes that operations of several domains take or give. */

/** A seller's text says what WeChat forbids (`findInducements`): in which field, which words, and what may be said instead. */
export const SaysTooMuch = {
  INDUCEMENT: v.object({ field: v.string(), word: v.string(), suggestion: v.string() }),
};
