import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { call } from './call.h5';
import { FunctionFault, NetworkFault } from './faults';

/** A door of one function: answers with what the test put here, and keeps what it was asked. */
let answer: { status: number; body: string };
let asked: { url: string | undefined; body: string };
let server: Server;
const browserFetch = globalThis.fetch;

beforeAll(async () => {
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked = { url: request.url, body };
      response.writeHead(answer.status).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A browser completes addresses from its page; Node has no page.
  const { port } = server.address() as AddressInfo;
  globalThis.fetch = (url, init) => browserFetch(`http://127.0.0.1:${port}${url}`, init);
});
afterAll(() => {
  globalThis.fetch = browserFetch;
  server.close();
});

test('an operation is posted to the function of its domain, and its answer comes back as it is', async () => {
  answer = { status: 200, body: '{"ok":false,"refusal":{"code":"NOT_FOUND"}}' };
  await expect(call('shop.getProduct', { productId: 'vinegar' })).resolves.toEqual(JSON.parse(answer.body));
  expect(asked.url).toBe('/v1/functions/shop');
  expect(JSON.parse(asked.body)).toEqual({ operation: 'getProduct', input: { productId: 'vinegar' } });
});

test('a function that fails is a fault that names its request', async () => {
  answer = { status: 500, body: '{"code":"FUNCTION_TIMED_OUT","requestId":"r-1"}' };
  const fault = await call('shop.getProduct', { productId: 'vinegar' }).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(FunctionFault);
  expect(fault).toMatchObject({ message: 'FUNCTION_TIMED_OUT', requestId: 'r-1' });
});

test('a door that is shut is a network fault', async () => {
  const { fetch } = globalThis;
  globalThis.fetch = (url, init) => browserFetch(`http://127.0.0.1:1${url}`, init);
  await expect(call('shop.getProduct', { productId: 'vinegar' })).rejects.toBeInstanceOf(NetworkFault);
  globalThis.fetch = fetch;
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
