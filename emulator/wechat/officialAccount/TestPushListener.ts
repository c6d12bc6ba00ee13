import { createDecipheriv } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureOf } from './signedPush';

/** One push as it came, opened. */
export interface HeardPush {
  /** Whether msg_signature is right. */
  isSigned: boolean;
  timestamp: number;
  nonce: string;
  appId: string;
  fields: Record<string, string>;
}

/** For tests: an account's server, which answers as `reply` says and opens what it hears. */
export class TestPushListener {
  readonly token = 'TokenOfTests';
  readonly aesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
  readonly heard: HeardPush[] = [];
  reply: (push: HeardPush) => { status: number; body: string } = () => ({ status: 200, body: 'success' });
  readonly #server = createServer((request, response) => {
    void this.#answer(request).then(({ status, body }) => response.writeHead(status).end(body));
  });

  static async open(): Promise<TestPushListener> {
    const listener = new TestPushListener();
    await new Promise<void>((resolve) => listener.#server.listen(0, '127.0.0.1', resolve));
    return listener;
  }

  /** What is entered at the account. */
  get server(): { url: string; token: string; aesKey: string } {
    const { port } = this.#server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}/push?shop=one`, token: this.token, aesKey: this.aesKey };
  }

  close(): Promise<void> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage): Promise<{ status: number; body: string }> {
    const { searchParams: query } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'GET') return { status: 200, body: query.get('echostr') ?? '' };
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const encrypted = elements(Buffer.concat(chunks).toString()).Encrypt ?? '';
    const [timestamp = '', nonce = ''] = [query.get('timestamp') ?? '', query.get('nonce') ?? ''];
    const signed = signatureOf(this.token, timestamp, nonce, encrypted);
    const { message, appId } = this.#open(encrypted);
    const push = { appId, nonce, timestamp: Number(timestamp), fields: elements(message) };
    this.heard.push({ ...push, isSigned: signed === query.get('msg_signature') });
    return this.reply({ ...push, isSigned: true });
  }

  #open(encrypted: string): { message: string; appId: string } {
    const key = Buffer.from(`${this.aesKey}=`, 'base64');
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
    const plain = padded.subarray(0, padded.length - (padded.at(-1) ?? 0));
    const end = 20 + plain.readUInt32BE(16);
    return { message: plain.subarray(20, end).toString(), appId: plain.subarray(end).toString() };
  }
}

const elements = (xml: string): Record<string, string> =>
  Object.fromEntries(
    [...xml.matchAll(/<(\w+)>(?:<!\[CDATA\[(.*?)\]\]>|([^<]*))<\/\1>/gs)].map(([, name, text, bare]) => [
      name,
      text ?? bare,
    ]),
  );
