import * as v from 'valibot';

/** The first line of a snapshot: how the rest is written. */
export const FirstLine = v.strictObject({ emulatorSnapshot: v.number() });

/** Stands before the content of a file: its path below the data folder, and how many bytes follow. */
export const FileLine = v.strictObject({
  path: v.pipe(v.string(), v.regex(/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/)),
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

/** The last line: how many files there were, and the hash in hex of everything before it. */
export const LastLine = v.strictObject({ files: v.number(), sha256: v.string() });

/** A line of a snapshot, which is JSON between the contents of files; all of it is gzipped. */
export type SnapshotLine =
  | v.InferOutput<typeof FirstLine>
  | v.InferOutput<typeof FileLine>
  | v.InferOutput<typeof LastLine>;
