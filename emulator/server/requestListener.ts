import { randomUUID } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { CloudBaseError, NotEmulated } from '../CloudBaseError';
import { diskFailure } from '../diskFailure';
import { type HttpRequest, type HttpResponse, json, type Route } from './exchange';
import { isLoopbackOrigin } from './sameMachineOnly';

const defaultMaxBody = 1024 * 1024;

/**
 * Answers each request with the first route that fits. An unknown path is a named 404, a CloudBaseError a 400,
 * a full disk a 507,
 * anything else a 500; what has no code of its own also prints its request id and stack.
 */
export function requestListener(routes: readonly Route[]): RequestListener {
  return (incoming, outgoing) => {
    answer(routes, incoming).then(
      (response) => send(incoming, outgoing, response),
      (error: unknown) => send(incoming, outgoing, failure(error)),
    );
  };
}

async function answer(routes: readonly Route[], incoming: IncomingMessage): Promise<HttpResponse> {
  const method = incoming.method ?? 'GET';
  const target = incoming.url ?? '/';
  const url = new URL(target, 'http://localhost');
  if (method === 'OPTIONS') return { status: 204, headers: {}, body: '' };
  for (const route of routes) {
    const params = match(route, method, url.pathname);
    if (!params) continue;
    const { maxBody = defaultMaxBody } = route;
    const body = maxBody === 'unread' ? Buffer.alloc(0) : await readBody(incoming, maxBody);
    if (!Buffer.isBuffer(body)) return route.tooLarge?.({ path: url.pathname }) ?? tooLarge(body.limit);
    return route.answer({
      method,
      target,
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      body,
      stream: incoming,
      params,
    } satisfies HttpRequest);
  }
  return json({ code: 'NOT_FOUND', message: `Nothing answers ${method} ${url.pathname}.` }, 404);
}

function match(route: Route, method: string, path: string): Record<string, string> | undefined {
  const fits = route.method === 'ANY' || route.method === method || (route.method === 'GET' && method === 'HEAD');
  if (!fits) return undefined;
  const wanted = route.path.split('/');
  const given = path.split('/');
  const params: Record<string, string> = {};
  for (const [position, part] of wanted.entries()) {
    if (part === '*') return { ...params, rest: decode(given.slice(position).join('/')) };
    const actual = given[position];
    if (actual === undefined) return undefined;
    if (part.startsWith(':') && actual !== '') params[part.slice(1)] = decode(actual);
    else if (part !== actual) return undefined;
  }
  return given.length === wanted.length ? params : undefined;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new CloudBaseError('INVALID_PARAM', `The path part ${part} is not URL encoded.`);
  }
}

async function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer | { limit: number }> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    // The rest is still read, so that the client gets the answer instead of a reset connection.
    if (size <= limit) chunks.push(chunk);
  }
  return size > limit ? { limit } : Buffer.concat(chunks);
}

function tooLarge(limit: number): HttpResponse {
  const message = `The request body is larger than ${Math.floor(limit / 1024 / 1024)} MB.`;
  return json({ code: 'EXCEED_REQUEST_SIZE_LIMIT', message, requestId: randomUUID() }, 413);
}

function failure(error: unknown): HttpResponse {
  const requestId = randomUUID();
  if (error instanceof CloudBaseError) {
    return json({ code: error.code, message: error.message, requestId }, error instanceof NotEmulated ? 501 : 400);
  }
  const disk = diskFailure(error);
  if (disk) return json({ code: disk.code, message: disk.message, requestId }, disk.code === 'DISK_FULL' ? 507 : 500);
  console.error(`[emulator] ${requestId}`, error);
  return json({ code: 'SYS_ERR', message: 'The emulator failed; its terminal shows why.', requestId }, 500);
}

function send(incoming: IncomingMessage, outgoing: ServerResponse, response: HttpResponse): void {
  const origin = incoming.headers.origin;
  // Only pages served from this machine may read answers: the door hands out identities.
  if (origin && isLoopbackOrigin(origin)) {
    outgoing.setHeader('access-control-allow-origin', origin);
    outgoing.setHeader('access-control-allow-credentials', 'true');
    outgoing.setHeader('access-control-allow-methods', 'GET, POST, PUT, OPTIONS');
    outgoing.setHeader('access-control-allow-headers', incoming.headers['access-control-request-headers'] ?? '*');
    outgoing.setHeader('vary', 'origin');
  }
  const { body, status, headers } = response;
  if (body instanceof Readable) {
    outgoing.writeHead(status, headers);
    // A stream that fails breaks the connection off, so that nobody takes a part for the whole.
    pipeline(body, outgoing, () => undefined);
    return;
  }
  const length = status === 204 ? {} : { 'content-length': Buffer.byteLength(body).toString() };
  outgoing.writeHead(status, { ...headers, ...length });
  outgoing.end(incoming.method === 'HEAD' ? undefined : body);
}
