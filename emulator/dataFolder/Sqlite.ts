import Libsql from 'libsql';
import { CloudBaseError } from '../CloudBaseError';
import { damagedIf } from './DamagedFile';

/** What may be bound to a statement and read from a row. */
export type SqlValue = string | number | Buffer | null;

/** One SQLite file, opened for durability: every commit is on the disk before it returns (WAL, synchronous=FULL). */
export class Sqlite {
  readonly #connection: Libsql.Database;
  readonly #statements = new Map<string, Libsql.Statement>();
  #isOpen = true;
  #held = false;

  /** Opens or makes the file. Throws DamagedFile, having changed nothing, when the look at it finds it broken. */
  constructor(readonly path: string) {
    this.#connection = new Libsql(path);
    try {
      this.#look();
      this.rows('pragma journal_mode = WAL');
      this.run('pragma synchronous = FULL');
      // In KiB. With SQLite's own 2 MB, filling indexes of a million documents reads their pages again and again.
      this.run('pragma cache_size = -65536');
    } catch (error) {
      this.#connection.close();
      throw damagedIf(error, path);
    }
  }

  /** Runs a statement that answers no rows. Statements are prepared once, so `sql` must come from a small fixed set. */
  run(sql: string, ...values: SqlValue[]): { lastInsertRowid: number } {
    // libsql takes a single Buffer for a record of named values, so values always travel as one array.
    return { lastInsertRowid: Number(this.#prepare(sql).run(values).lastInsertRowid) };
  }

  /** Runs a statement without values or result, such as `commit`; cheaper than a prepared one. */
  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  /** The first row, or undefined. */
  row<Row>(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.#prepare(sql).get(values) as Row | undefined;
  }

  /** All rows at once: an abandoned iterator would hold back the commit's checkpoint. */
  rows<Row>(sql: string, ...values: SqlValue[]): Row[] {
    return this.#prepare(sql).all(values) as Row[];
  }

  /** True between `begin` and `commit` or `rollback`. */
  get inTransaction(): boolean {
    // libsql ends the whole process when a closed connection is asked.
    return this.#isOpen && this.#connection.inTransaction;
  }

  /**
   * Brings everything written into the file and leaves the file as it is until the answer is called, so that it can be
   * copied while writes go on: they wait in the WAL. One at a time. Throws DATA_IN_USE when another program reads it.
   */
  holdFile(): () => void {
    if (this.#held) throw new Error(`${this.path} is already held.`);
    const { busy } = this.row<{ busy: number }>('pragma wal_checkpoint(TRUNCATE)') ?? { busy: 1 };
    if (busy !== 0) throw inUse(this.path);
    this.exec('pragma wal_autocheckpoint = 0');
    this.#held = true;
    return () => {
      this.#held = false;
      if (this.#isOpen) this.exec('pragma wal_autocheckpoint = 1000');
    };
  }

  /** Throws DATA_IN_USE when another program has the file open; not in a transaction. */
  refuseShared(): void {
    try {
      // SQLite gives up a WAL only to who is alone with it.
      this.rows('pragma journal_mode = DELETE');
    } catch {
      throw inUse(this.path);
    } finally {
      this.rows('pragma journal_mode = WAL');
    }
  }

  /** Rolls back what is open, empties the WAL into the file and closes it. */
  close(): void {
    if (!this.#isOpen) return;
    if (this.inTransaction) this.exec('rollback');
    this.#leaveWal();
    this.#isOpen = false;
    this.#statements.clear();
    this.#connection.close();
  }

  // libsql lets go of a file only when its statements are collected. Without a WAL there is nothing left to do then.
  #leaveWal(): void {
    try {
      this.rows('pragma journal_mode = DELETE');
    } catch {
      // On a full or failing disk the WAL stays, and the next opening reads it.
    }
  }

  /** Reads the schema and the first row of each table: cheap at any size, and finds a file that was cut or overwritten. */
  #look(): void {
    const sql = `select name from sqlite_schema where type = 'table' and sql not like 'create virtual%'`;
    for (const { name } of this.#connection.prepare(sql).all() as { name: string }[]) {
      this.#connection.prepare(`select * from "${name}" limit 1`).all();
    }
  }

  #prepare(sql: string): Libsql.Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#connection.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

const inUse = (file: string): CloudBaseError =>
  new CloudBaseError('DATA_IN_USE', `Another program has ${file} open; close it first.`);
