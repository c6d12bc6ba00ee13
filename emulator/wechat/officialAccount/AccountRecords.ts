import path from 'node:path';
import { Sqlite } from '../../dataFolder/Sqlite';
import type {
  AccountMessage,
  ComponentState,
  Follower,
  OfficialAccount,
  PublishedArticle,
  Push,
  QrCode,
} from './OfficialAccount';

/** What the server of the official accounts knows, in one SQLite file; every write is on disk when it returns. */
export class AccountRecords {
  readonly #sqlite: Sqlite;

  /** Throws DamagedFile. */
  constructor(dataDir: string) {
    this.#sqlite = new Sqlite(path.join(dataDir, 'officialaccounts.sqlite'));
    this.#sqlite.exec(`
      CREATE TABLE IF NOT EXISTS accounts (app_id TEXT PRIMARY KEY, body TEXT);
      CREATE TABLE IF NOT EXISTS followers (n INTEGER PRIMARY KEY, app_id TEXT, open_id TEXT, body TEXT, UNIQUE (app_id, open_id));
      CREATE INDEX IF NOT EXISTS followers_in_order ON followers (app_id, n);
      CREATE TABLE IF NOT EXISTS qr_codes (ticket TEXT PRIMARY KEY, url TEXT UNIQUE, body TEXT);
      CREATE TABLE IF NOT EXISTS pushes (id INTEGER PRIMARY KEY, state TEXT, body TEXT);
      CREATE INDEX IF NOT EXISTS pushes_by_state ON pushes (state);
      CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, body TEXT);
      CREATE TABLE IF NOT EXISTS articles (app_id TEXT, article_id TEXT, body TEXT, PRIMARY KEY (app_id, article_id));
      CREATE TABLE IF NOT EXISTS tokens (token TEXT PRIMARY KEY, owner TEXT, kind TEXT, until INTEGER);
      CREATE INDEX IF NOT EXISTS tokens_of_owner ON tokens (owner, kind, until);
      CREATE TABLE IF NOT EXISTS component (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT);
    `);
  }

  /** Does several writes as one: all of them or, when `work` throws, none. */
  atomically<Result>(work: () => Result): Result {
    this.#sqlite.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#sqlite.exec('COMMIT');
      return result;
    } catch (error) {
      // On a full disk SQLite has rolled back by itself.
      if (this.#sqlite.inTransaction) this.#sqlite.exec('ROLLBACK');
      throw error;
    }
  }

  accounts(): OfficialAccount[] {
    return this.#all('SELECT body FROM accounts ORDER BY rowid');
  }

  account(appId: string): OfficialAccount | undefined {
    return this.#all<OfficialAccount>('SELECT body FROM accounts WHERE app_id = ?', appId)[0];
  }

  saveAccount(account: OfficialAccount): void {
    const sql = 'INSERT INTO accounts VALUES (?1, ?2) ON CONFLICT DO UPDATE SET body = ?2';
    this.#sqlite.run(sql, account.appId, JSON.stringify(account));
  }

  follower(appId: string, openId: string): Follower | undefined {
    return this.#all<Follower>('SELECT body FROM followers WHERE app_id = ? AND open_id = ?', appId, openId)[0];
  }

  saveFollower(follower: Follower): void {
    const sql = 'INSERT INTO followers (app_id, open_id, body) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET body = ?3';
    this.#sqlite.run(sql, follower.appId, follower.openId, JSON.stringify(follower));
  }

  removeFollower(appId: string, openId: string): void {
    this.#sqlite.run('DELETE FROM followers WHERE app_id = ? AND open_id = ?', appId, openId);
  }

  countFollowers(appId: string): number {
    return this.#sqlite.row<{ n: number }>('SELECT count(*) AS n FROM followers WHERE app_id = ?', appId)?.n ?? 0;
  }

  /** The openids after this one, in the order they began to follow; from the first on when it is ''. */
  followersAfter(appId: string, openId: string, most: number): string[] {
    const place = 'SELECT n FROM followers WHERE app_id = ?1 AND open_id = ?2';
    const sql = `SELECT open_id FROM followers WHERE app_id = ?1 AND n > ifnull((${place}), 0) ORDER BY n LIMIT ?3`;
    return this.#sqlite.rows<{ open_id: string }>(sql, appId, openId, most).map((row) => row.open_id);
  }

  /** The followers who came last, newest first. */
  latestFollowers(appId: string, most: number): Follower[] {
    return this.#all('SELECT body FROM followers WHERE app_id = ? ORDER BY n DESC LIMIT ?', appId, most);
  }

  qrCode(ticketOrUrl: string): QrCode | undefined {
    return this.#all<QrCode>('SELECT body FROM qr_codes WHERE ticket = ?1 OR url = ?1', ticketOrUrl)[0];
  }

  saveQrCode(code: QrCode): void {
    this.#sqlite.run('INSERT INTO qr_codes VALUES (?, ?, ?)', code.ticket, code.url, JSON.stringify(code));
  }

  addPush(push: Omit<Push, 'id'>): void {
    this.#sqlite.run('INSERT INTO pushes (state, body) VALUES (?, ?)', push.state, JSON.stringify(push));
  }

  savePush(push: Push): void {
    this.#sqlite.run('UPDATE pushes SET state = ?, body = ? WHERE id = ?', push.state, JSON.stringify(push), push.id);
  }

  pendingPushes(): Push[] {
    return this.#numbered(`SELECT id, body FROM pushes WHERE state = 'pending' ORDER BY id`);
  }

  /** The pushes made last, newest first. */
  latestPushes(most: number): Push[] {
    return this.#numbered('SELECT id, body FROM pushes ORDER BY id DESC LIMIT ?', most);
  }

  /** Keeps a message and answers its id. */
  addMessage(message: Omit<AccountMessage, 'id'>): number {
    return this.#sqlite.run('INSERT INTO messages (body) VALUES (?)', JSON.stringify(message)).lastInsertRowid;
  }

  /** The messages sent last, newest first. */
  latestMessages(most: number): AccountMessage[] {
    return this.#numbered('SELECT id, body FROM messages ORDER BY id DESC LIMIT ?', most);
  }

  saveArticle(article: PublishedArticle): void {
    const sql = 'INSERT OR REPLACE INTO articles VALUES (?, ?, ?)';
    this.#sqlite.run(sql, article.appId, article.articleId, JSON.stringify(article));
  }

  /** An account's articles, newest first. */
  articles(appId: string): PublishedArticle[] {
    const sql = `SELECT body FROM articles WHERE app_id = ? ORDER BY json_extract(body, '$.publishedAt') DESC, rowid DESC`;
    return this.#all(sql, appId);
  }

  token(token: string): { owner: string; kind: string; until: number } | undefined {
    return this.#sqlite.row('SELECT owner, kind, until FROM tokens WHERE token = ?', token);
  }

  /** The token of this kind that lives longest. */
  latestToken(owner: string, kind: string): { token: string; until: number } | undefined {
    const sql = 'SELECT token, until FROM tokens WHERE owner = ? AND kind = ? ORDER BY until DESC LIMIT 1';
    return this.#sqlite.row(sql, owner, kind);
  }

  saveToken(token: string, owner: string, kind: string, until: number): void {
    this.#sqlite.run('INSERT INTO tokens VALUES (?, ?, ?, ?)', token, owner, kind, until);
  }

  /** The owner's tokens of this kind live no longer than until then (ms). */
  shortenTokens(owner: string, kind: string, until: number): void {
    this.#sqlite.run('UPDATE tokens SET until = min(until, ?) WHERE owner = ? AND kind = ?', until, owner, kind);
  }

  /** The owner's tokens of this kind, or all of them, never were. */
  removeTokens(owner: string, kind: string): void {
    this.#sqlite.run('DELETE FROM tokens WHERE owner = ? AND kind = ?', owner, kind);
  }

  component(): ComponentState {
    return this.#all<ComponentState>('SELECT body FROM component')[0] ?? { ticket: '', ticketAt: 0 };
  }

  saveComponent(state: ComponentState): void {
    this.#sqlite.run('INSERT OR REPLACE INTO component VALUES (1, ?)', JSON.stringify(state));
  }

  /** See `Sqlite.holdFile`. */
  holdFile(): () => void {
    return this.#sqlite.holdFile();
  }

  /** See `Sqlite.refuseShared`. */
  refuseShared(): void {
    this.#sqlite.refuseShared();
  }

  close(): void {
    this.#sqlite.close();
  }

  #all<Row>(sql: string, ...values: (string | number)[]): Row[] {
    // The save functions above are the only writers, so each table holds its own type.
    return this.#sqlite.rows<{ body: string }>(sql, ...values).map(({ body }) => JSON.parse(body) as Row);
  }

  #numbered<Row extends { id: number }>(sql: string, ...values: number[]): Row[] {
    const rows = this.#sqlite.rows<{ id: number; body: string }>(sql, ...values);
    return rows.map(({ id, body }) => ({ ...(JSON.parse(body) as Row), id }));
  }
}
