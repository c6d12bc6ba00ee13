import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { sessionCookieFor, tokenFor } from '../door/doorRoutes';
import type { Person } from '../identity/Person';
import type { Sessions } from '../identity/Sessions';
import { type HttpRequest, type HttpResponse, header, type Route, text } from '../server/exchange';
import { contentType } from '../storage/contentType';

const scriptTag = '<script src="/_emulator/preview.js"></script>';

/** A page's files: content as it is and gzipped, by path on disk and time of change. */
type Packed = Map<string, { version: string; plain: Buffer; gzipped: Buffer }>;

/**
 * The built H5 app at `/`, with the preview script in its page. A browser that has no identity yet becomes the first
 * of `people`. A path without an extension is a page of the app; any other missing file is a 404.
 */
export function previewRoutes(previewDir: string | undefined, sessions: Sessions, people: readonly Person[]): Route[] {
  const packed: Packed = new Map();
  const script = path.join(__dirname, 'preview.js');
  return [
    {
      method: 'GET',
      path: '/_emulator/preview.js',
      answer: (request) => send(request, packed, script, { 'cache-control': 'no-cache' }),
    },
    {
      method: 'GET',
      path: '/*',
      answer: (request) => {
        if (previewDir === undefined) return text('This emulator runs without a preview (--preview DIR).', 404);
        const root = realpathSync(previewDir);
        const asked = fileBelow(root, request.params.rest ?? '');
        if (asked && path.basename(asked) !== 'index.html') return send(request, packed, asked, cacheFor(asked));
        const page = fileBelow(root, 'index.html');
        const isPage = asked !== undefined || path.extname(request.path) === '';
        if (!isPage || !page) return text('There is no such file in the preview.', 404);
        return sendPage(request, page, sessions, people);
      },
    },
  ];
}

// The real path is compared, so neither `..` nor a link leads out of the preview.
function fileBelow(root: string, relative: string): string | undefined {
  const wanted = path.join(root, relative.replaceAll('\0', ''));
  if (!statSync(wanted, { throwIfNoEntry: false })?.isFile()) return undefined;
  const real = realpathSync(wanted);
  return real.startsWith(root + path.sep) ? real : undefined;
}

// Only a name with a hash in it promises that its content never changes.
function cacheFor(file: string): Record<string, string> {
  const isHashed = /[.-][0-9a-f]{8,}\./.test(path.basename(file));
  return { 'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache' };
}

function sendPage(request: HttpRequest, file: string, sessions: Sessions, people: readonly Person[]): HttpResponse {
  const page = readFileSync(file, 'utf8');
  const withScript = page.includes('<head>') ? page.replace('<head>', `<head>${scriptTag}`) : scriptTag + page;
  const [first] = people;
  const headers = {
    'content-type': contentType(file),
    'cache-control': 'no-cache',
    ...(first && !sessions.of(request) ? { 'set-cookie': sessionCookieFor(tokenFor(sessions, first)) } : {}),
  };
  return { status: 200, headers, body: withScript };
}

function send(request: HttpRequest, packed: Packed, file: string, cache: Record<string, string>): HttpResponse {
  const type = contentType(file);
  const { version, plain, gzipped } = pack(packed, file);
  const headers = { 'content-type': type, etag: `"${version}"`, vary: 'accept-encoding', ...cache };
  if (header(request, 'if-none-match') === headers.etag) return { status: 304, headers, body: '' };
  const isText = /^(text\/|application\/json|image\/svg)/.test(type);
  if (!isText || !header(request, 'accept-encoding').includes('gzip')) return { status: 200, headers, body: plain };
  return { status: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipped };
}

function pack(packed: Packed, file: string): { version: string; plain: Buffer; gzipped: Buffer } {
  const { mtimeMs, size } = statSync(file);
  const version = `${mtimeMs.toString(36)}-${size.toString(36)}`;
  const known = packed.get(file);
  if (known?.version === version) return known;
  const plain = readFileSync(file);
  const fresh = { version, plain, gzipped: gzipSync(plain) };
  packed.set(file, fresh);
  return fresh;
}
