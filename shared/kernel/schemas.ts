import * as v from 'valibot';
import { fen } from './money';

/** An id made by us or by a client: also a map key and part of longer ids, so no dots and no dollar signs. */
export const Id = v.pipe(v.string(), v.regex(/^[\w-]{4,32}$/));

/** A whole amount of fen, branded. */
export const Fen = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.transform(fen));

/** One line of text as people type it: no control characters. */
const Line = v.pipe(v.string(), v.trim(), v.regex(/^\P{Cc}*$/u));

/** Text somebody typed: trimmed, not empty, at most `max` characters. */
export const Text = (max: number) => v.pipe(Line, v.nonEmpty(), v.maxLength(max));

/** Text that may be left empty. */
export const OptionalText = (max: number) => v.optional(v.pipe(Line, v.maxLength(max)), '');

/** How many pieces of one SKU an order or a cart may hold. */
export const Quantity = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99));

/** A moment, in milliseconds since 1970 (UTC). */
export const Moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A file of cloud storage: `cloud://<env>.<bucket>/<path>`. */
export const FileId = v.pipe(v.string(), v.startsWith('cloud://'));

/** Where the next page begins (`value~id`); opaque to the client, absent on the last page. */
export const Cursor = v.pipe(v.string(), v.regex(/^-?\d{1,16}~[\w-]{1,120}$/));
