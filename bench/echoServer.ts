import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The floor of a call through the SDK, in a process of its own: a bare server that answers each kind of request with the
 * text that the emulator (its URL is the argument) answered to the first of that kind. Prints its own URL.
 */
const [, , emulatorUrl = ''] = process.argv;
const answers = new Map<string, string>();

const server = createServer((request, response) => void answer(request, response));

server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await read(request);
  const kind = kindOf(body);
  const text = answers.get(kind) ?? (await learn(kind, body));
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** The action and the collection, which every request spells in this way. */
const kindOf = (body: string): string => `${/"action":"[^"]+"/.exec(body)} ${/"collectionName":"[^"]+"/.exec(body)}`;

async function learn(kind: string, body: string): Promise<string> {
  const answer = await (await fetch(`${emulatorUrl}/admin`, { method: 'POST', body })).text();
  answers.set(kind, answer);
  return answer;
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
