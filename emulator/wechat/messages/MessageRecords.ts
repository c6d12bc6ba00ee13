import path from 'node:path';
import Libsql from 'libsql';
import type { Keywords } from './checkKeywords';

/** A message as it lies in somebody's WeChat. `sentAt` is in ms of the emulator's clock. */
export interface SentMessage {
  id: number;
  openId: string;
  templateId: string;
  /** Where a tap leads, '' when nowhere. */
  page: string;
  keywords: Keywords;
  sentAt: number;
}

/** Who allowed which messages, and what was sent, in one SQLite file; every write is on disk when it returns. */
export class MessageRecords {
  readonly #database: Libsql.Database;

  constructor(dataDir: string) {
    this.#database = new Libsql(path.join(dataDir, 'wechatmessages.sqlite'));
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      CREATE TABLE IF NOT EXISTS allowed (open_id TEXT, template_id TEXT, left INTEGER, PRIMARY KEY (open_id, template_id));
      CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT);
    `);
  }

  /** Somebody allows one more message of a template. */
  allow(openId: string, templateId: string): void {
    this.#database
      .prepare('INSERT INTO allowed VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET left = left + 1')
      .run(openId, templateId);
  }

  /** Sends a message if one is still allowed, which uses that up, both or neither; undefined when none is. */
  send(message: Omit<SentMessage, 'id'>): SentMessage | undefined {
    return this.#database.transaction(() => {
      const used = this.#database
        .prepare('UPDATE allowed SET left = left - 1 WHERE open_id = ? AND template_id = ? AND left > 0')
        .run(message.openId, message.templateId);
      if (used.changes === 0) return undefined;
      const added = this.#database.prepare('INSERT INTO messages (body) VALUES (?)').run(JSON.stringify(message));
      return { id: Number(added.lastInsertRowid), ...message };
    })();
  }

  /** The messages sent last, newest first. */
  latest(most: number): SentMessage[] {
    const rows = this.#database.prepare('SELECT id, body FROM messages ORDER BY id DESC LIMIT ?').all(most);
    // `send` is the only writer.
    return (rows as { id: number; body: string }[]).map(({ id, body }) => ({ id, ...JSON.parse(body) }));
  }

  close(): void {
    this.#database.close();
  }
}
