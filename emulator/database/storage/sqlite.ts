import Libsql from 'libsql';

/** What may be bound to a statement and read from a row. */
export type SqlValue = string | number | Buffer | null;

/** One SQLite file, opened for durability: every commit is on the disk before it returns (WAL, synchronous=FULL). */
export class Sqlite {
  readonly #connection: Libsql.Database;
  readonly #statements = new Map<string, Libsql.Statement>();

  constructor(path: string) {
    this.#connection = new Libsql(path);
    this.rows('pragma journal_mode = WAL');
    this.run('pragma synchronous = FULL');
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
    return this.#connection.inTransaction;
  }

  /** Closes the file; the last connection also empties the WAL into it. */
  close(): void {
    this.#statements.clear();
    this.#connection.close();
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
