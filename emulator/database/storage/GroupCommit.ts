import type { Sqlite } from '../../dataFolder/Sqlite';

/**
 * Lets the writes of one turn of the event loop share one SQLite commit, which is what a durable write costs.
 * Each write is a savepoint: one that fails is undone alone.
 */
export class GroupCommit {
  #open: Group | undefined;

  constructor(
    private readonly sqlite: Sqlite,
    /** Called when everything written since the last commit is gone: the commit failed, or the disk is full. */
    private readonly onLost: () => void,
  ) {}

  /** Runs `write` at once; the promise resolves when it is on the disk. If `write` throws, it is undone and this throws. */
  run(write: () => void): Promise<void> {
    this.#open ??= this.#begin();
    const group = this.#open;
    try {
      this.sqlite.exec('savepoint one_write');
      write();
      this.sqlite.exec('release one_write');
    } catch (error) {
      this.#undo(group, error);
      throw error;
    }
    return group.durable;
  }

  /** Commits what is open, without waiting for the end of the turn. */
  flush(): void {
    const group = this.#open;
    if (!group) return;
    try {
      this.sqlite.exec('commit');
      this.#end(group);
      group.resolve();
    } catch (error) {
      this.#lose(group, error);
    }
  }

  #begin(): Group {
    this.sqlite.exec('begin immediate');
    const { promise, resolve, reject } = deferred();
    // A group whose only write failed has nobody waiting for it.
    promise.catch(() => {});
    return { durable: promise, resolve, reject, timer: setImmediate(() => this.flush()) };
  }

  #undo(group: Group, error: unknown): void {
    try {
      this.sqlite.exec('rollback to one_write');
      this.sqlite.exec('release one_write');
    } catch {
      // On a full or failing disk SQLite has undone the whole group by itself, and there is no savepoint any more.
      this.#lose(group, error);
    }
  }

  #lose(group: Group, error: unknown): void {
    this.#end(group);
    if (this.sqlite.inTransaction) this.sqlite.exec('rollback');
    this.onLost();
    group.reject(error);
  }

  #end(group: Group): void {
    this.#open = undefined;
    clearImmediate(group.timer);
  }
}

interface Group {
  durable: Promise<void>;
  resolve: () => void;
  reject: (error: unknown) => void;
  timer: NodeJS.Immediate;
}

function deferred(): { promise: Promise<void>; resolve: () => void; reject: (error: unknown) => void } {
  let resolve: () => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<void>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}
