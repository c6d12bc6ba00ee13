import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';

/** One HTTP request with its whole body, unless its route reads `stream` itself; `params` are the named parts of the route's path, decoded. */
export interface HttpRequest {
  method: string;
  /** Path and query as the client sent them: what request signatures cover. */
  target: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Where the body comes from; unread only for a route whose `maxBody` is 'unread'. */
  stream: Readable;
  params: Record<string, string>;
}

/** What a route answers; the server adds the length and the CORS headers. */
export interface HttpResponse {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer | Readable;
}

/** One path the server answers. `:name` matches one part, a trailing `*` the rest (as `params.rest`). */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'ANY';
  path: string;
  /** Bytes; a larger body is refused with 413. Default 1 MB. 'unread' leaves the body in the request's `stream`. */
  maxBody?: number | 'unread';
  /** Answers for a larger body in the route's own words. */
  tooLarge?(request: Pick<HttpRequest, 'path'>): HttpResponse;
  answer(request: HttpRequest): HttpResponse | Promise<HttpResponse>;
}

/** Answers a value as JSON. */
export function json(value: unknown, status = 200, headers: Record<string, string> = {}): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** Answers plain text. */
export function text(body: string, status = 200): HttpResponse {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
}

/** The value of a cookie the request carries, or undefined. */
export function cookie(request: HttpRequest, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}

/** A header as one string, '' when absent. */
export function header(request: HttpRequest, name: string): string {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? '');
}
