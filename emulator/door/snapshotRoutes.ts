import type { Readable } from 'node:stream';
import { json, type Route } from '../server/exchange';

/** What the door needs of a running emulator to save and load its state. */
export interface Snapshots {
  /** Everything as of now, while writes go on. */
  export(): Promise<Readable>;
  /** Replaces everything; rejects with SnapshotRefused and then has changed nothing. Answers how many files came in. */
  import(snapshot: Readable): Promise<number>;
}

/** `/_emulator/snapshot`: GET downloads the whole state as one file, PUT with such a file as its body brings it back. */
export function snapshotRoutes(snapshots: Snapshots): Route[] {
  return [
    {
      method: 'GET',
      path: '/_emulator/snapshot',
      answer: async ({ method }) => {
        const headers = {
          'content-type': 'application/gzip',
          'content-disposition': 'attachment; filename="emulator.snapshot"',
        };
        return { status: 200, headers, body: method === 'HEAD' ? '' : await snapshots.export() };
      },
    },
    {
      method: 'PUT',
      path: '/_emulator/snapshot',
      maxBody: 'unread',
      answer: async ({ stream }) => json({ files: await snapshots.import(stream) }),
    },
  ];
}
