import { createServer, type IncomingMessage, type Server, type ServerResponse, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with one call: never sent; done, but the answer is lost; the caller dies before or after it. */
export const faults = ['refused', 'answerLost', 'killedBefore', 'killedAfter'] as const;
export type Fault = (typeof faults)[number];

/** A call that a function made to the database or to WeChat Pay. */
interface ProxiedCall {
  request: IncomingMessage;
  body: Buffer;
}

/**
 * Stands between the functions and the world: counts their calls, makes them as slow as over a network, and lets one of
 * them go wrong. Which call that is, is said by its number, so a new call of an operation is covered without asking.
 */
export class FaultyProxy {
  /** Where calls go on to, `http://127.0.0.1:<port>`. */
  target = '';
  /** Ends the processes that call through here. */
  killCallers: () => Promise<void> = () => Promise.resolve();
  calls: string[] = [];
  /** Each answer waits so long, in ms: calls that are made side by side then overlap. */
  latencyMs = 0;
  /** How many calls had to wait for an earlier one to be answered, one after another. */
  waits = 0;
  #open = 0;
  #planned: { at: number; fault: Fault } | undefined;
  #killing: Promise<void> = Promise.resolve();
  readonly #server: Server = createServer((request, response) => {
    // What is behind it may stop while a function still calls.
    this.#handle(request, response).catch(() => response.destroy());
  });

  static async open(): Promise<FaultyProxy> {
    const proxy = new FaultyProxy();
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Counts from nothing again; the call with number `at`, counted from 0, goes wrong. */
  plan(at: number, fault: Fault): void {
    this.pass();
    this.#planned = { at, fault };
  }

  /** Counts from nothing again; nothing goes wrong. */
  pass(): void {
    this.calls = [];
    this.waits = 0;
    this.#planned = undefined;
  }

  /** Resolves when nobody is being killed any more. */
  quiet(): Promise<void> {
    return this.#killing;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await read(request);
    const number = this.calls.push(nameOf(request, body)) - 1;
    if (this.#open === 0) this.waits += 1;
    this.#open += 1;
    response.on('close', () => {
      this.#open -= 1;
    });
    const fault = this.#planned?.at === number ? this.#planned.fault : undefined;
    if (fault === 'killedBefore') return this.#kill();
    if (fault === 'refused') return void fail(response);

    const answer = await this.#forward({ request, body });
    if (fault === 'killedAfter') return this.#kill();
    if (fault === 'answerLost') return void fail(response);
    if (this.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, this.latencyMs));
    response.writeHead(answer.status, answer.headers).end(answer.body);
  }

  #kill(): void {
    this.#killing = this.killCallers();
  }

  #forward({ request, body }: ProxiedCall) {
    return new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
      const { method, headers } = request;
      const sent = send(`${this.target}${request.url}`, { method, headers }, (answer) => {
        read(answer).then(
          (answered) => resolve({ status: answer.statusCode ?? 500, headers: answer.headers, body: answered }),
          reject,
        );
      });
      sent.on('error', reject).end(body);
    });
  }
}

/** A gateway that has nothing to say: neither the SDK nor WeChat Pay's client takes it for an answer. */
const fail = (response: ServerResponse) => response.writeHead(502).end('{"code":"SYS_ERR","message":"made to fail"}');

async function read(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** `database.modifyDocument orders`, or the path at WeChat Pay. */
function nameOf({ method, url = '' }: IncomingMessage, body: Buffer): string {
  if (!url.startsWith('/admin')) return `${method} ${url.replace(/\?.*/, '')}`;
  const { action, collectionName = '' } = JSON.parse(body.toString()) as { action: string; collectionName?: string };
  return `${action} ${collectionName}`;
}
