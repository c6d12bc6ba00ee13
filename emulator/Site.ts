import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import type { Readable } from 'node:stream';
import { exportSnapshot } from './dataFolder/exportSnapshot';
import { finishImport, stageSnapshot } from './dataFolder/importSnapshot';
import type { Snapshots } from './door/snapshotRoutes';
import { json } from './server/exchange';

/** Everything that works on an open data folder. */
export interface Parts {
  listener: RequestListener;
  /** Makes all that is written durable and leaves the SQLite files as they are until the answer is called. */
  holdFiles(): () => void;
  /** Throws DATA_IN_USE when another program has a file of the folder open. */
  refuseShared(): void;
  /** Ends function processes, timers and deliveries, and closes every file. */
  close(): Promise<void>;
}

/** How to open the parts on a data folder, and how to see that they could be, without starting anything. */
export interface Opening {
  open(snapshots: Snapshots): Parts;
  rehearse(dataDir: string): void;
}

/** A running emulator whose whole state can be saved and replaced; requests that come during a replacement wait. */
export class Site implements Snapshots {
  #parts: Promise<Parts>;
  /** Ends with the export or import under way: they take turns. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly dataDir: string,
    private readonly opening: Opening,
  ) {
    this.#parts = Promise.resolve(opening.open(this));
  }

  readonly listener: RequestListener = (incoming, outgoing) => {
    this.#parts.then(
      (parts) => parts.listener(incoming, outgoing),
      (error: unknown) => outgoing.writeHead(500).end(json({ code: 'SYS_ERR', message: String(error) }).body),
    );
  };

  /** See `exportSnapshot`. Writes go on; a second export or an import waits until the stream has ended. */
  export(): Promise<Readable> {
    return new Promise((resolve, reject) => {
      void this.#inTurn(async () => {
        const release = (await this.#parts).holdFiles();
        try {
          const stream = exportSnapshot(this.dataDir);
          resolve(stream);
          await once(stream, 'close');
        } finally {
          release();
        }
      }).catch(reject);
    });
  }

  /** Replaces everything by a snapshot and answers how many files it had. Rejects as `stageSnapshot`, changing nothing. */
  import(snapshot: Readable): Promise<number> {
    return this.#inTurn(async () => {
      const staged = await stageSnapshot(this.dataDir, snapshot);
      try {
        this.opening.rehearse(staged.folder);
        (await this.#parts).refuseShared();
        await this.#replace(() => staged.adopt());
        return staged.files;
      } finally {
        staged.discard();
      }
    });
  }

  /** Closes the parts, after an export or import under way: close the connections first, that ends it. */
  async close(): Promise<void> {
    await this.#turn;
    await (await this.#parts).close();
  }

  async #replace(exchange: () => void): Promise<void> {
    const old = await this.#parts;
    const closed = old.close().then(exchange);
    // An exchange that failed is ended or taken back before anything opens what lies there.
    this.#parts = closed.catch(() => finishImport(this.dataDir)).then(() => this.opening.open(this));
    await closed;
    await this.#parts;
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
