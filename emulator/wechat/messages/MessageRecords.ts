import path from 'node:path';
import { Sqlite } from '../../dataFolder/Sqlite';
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
  readonly #sqlite: Sqlite;

  /** Throws DamagedFile. */
  constructor(dataDir: string) {
    this.#sqlite = new Sqlite(path.join(dataDir, 'wechatmessages.sqlite'));
    this.#sqlite.exec(`
      CREATE TABLE IF NOT EXISTS allowed (open_id TEXT, template_id TEXT, times INTEGER, PRIMARY KEY (open_id, template_id));
      CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, open_id TEXT, template_id TEXT, body TEXT);
      CREATE INDEX IF NOT EXISTS messages_of_person ON messages (open_id, template_id);
    `);
  }

  /** Somebody allows one more message of a template. */
  allow(openId: string, templateId: string): void {
    const sql = 'INSERT INTO allowed VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1';
    this.#sqlite.run(sql, openId, templateId);
  }

  /** Sends a message if fewer were sent than allowed, and answers its id; undefined when none is allowed any more. */
  send(message: Omit<SentMessage, 'id'>): number | undefined {
    const { openId, templateId } = message;
    const whose = 'WHERE open_id = ?1 AND template_id = ?2';
    // One statement, so that two at once cannot use the same permission.
    const sql = `INSERT INTO messages (open_id, template_id, body) SELECT ?1, ?2, ?3
      WHERE (SELECT times FROM allowed ${whose}) > (SELECT count(*) FROM messages ${whose}) RETURNING id`;
    const [sent] = this.#sqlite.rows<{ id: number }>(sql, openId, templateId, JSON.stringify(message));
    return sent?.id;
  }

  /** The messages sent last, newest first. */
  latest(most: number): SentMessage[] {
    const rows = this.#sqlite.rows<{ id: number; body: string }>(
      'SELECT * FROM messages ORDER BY id DESC LIMIT ?',
      most,
    );
    // `send` is the only writer.
    return rows.map(({ id, body }) => ({ id, ...JSON.parse(body) }));
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
}
