import { wire } from './database/testDatabase';
import type { Document } from './database/values';

/** A JSON answer: its fields, or a failure's `code` and `message`. */
export type Answer = Record<string, unknown>;

/** For tests: what a program may ask of an emulator at `url`, by plain HTTP. */
export class EmulatorClient {
  constructor(readonly url: string) {}

  /** Posts one action, as the SDK does. */
  action(action: string, params: object): Promise<Answer> {
    return this.post('/admin', { action, ...params });
  }

  insert(collectionName: string, ...documents: Document[]): Promise<Answer> {
    return this.action('database.insertDocument', { collectionName, data: documents.map(wire) });
  }

  /** Up to 1000 documents, or the failure's answer as an error. */
  async find(collectionName: string, query: Document = {}): Promise<Answer[]> {
    const answer = await this.action('database.getDocument', { collectionName, query: wire(query), limit: 1000 });
    if (answer.code !== undefined) throw new Error(`${answer.code}: ${answer.message}`);
    return (answer.data as { list: string[] }).list.map((text) => JSON.parse(text) as Answer);
  }

  /** The ids of up to 1000 documents, in the order they were added. */
  async ids(collectionName: string, query: Document = {}): Promise<unknown[]> {
    return (await this.find(collectionName, query)).map(({ _id }) => _id);
  }

  async get(path: string): Promise<Answer> {
    return (await fetch(`${this.url}${path}`)).json() as Promise<Answer>;
  }

  async post(path: string, body: object): Promise<Answer> {
    const answer = await fetch(`${this.url}${path}`, { method: 'POST', body: JSON.stringify(body) });
    return answer.json() as Promise<Answer>;
  }

  /** Uploads a file and answers the HTTP status, and the code when it was refused with one. */
  async upload(cloudPath: string, content: string | Buffer): Promise<{ status: number; code?: unknown }> {
    const { data } = await this.action('storage.getUploadMetadata', { path: cloudPath });
    const { url, authorization } = data as { url: string; authorization: string };
    const answer = await fetch(url, {
      method: 'PUT',
      headers: { authorization },
      body: new Uint8Array(Buffer.from(content)),
    });
    const said = await answer.text();
    return { status: answer.status, ...(said.startsWith('{') && { code: (JSON.parse(said) as Answer).code }) };
  }

  async exportSnapshot(): Promise<Buffer> {
    return Buffer.from(await (await fetch(`${this.url}/_emulator/snapshot`)).arrayBuffer());
  }

  async importSnapshot(snapshot: Buffer): Promise<{ status: number; body: Answer }> {
    const answer = await fetch(`${this.url}/_emulator/snapshot`, { method: 'PUT', body: new Uint8Array(snapshot) });
    return { status: answer.status, body: (await answer.json()) as Answer };
  }
}
