import type { Sessions } from '../identity/Sessions';
import { type HttpRequest, type HttpResponse, header, type Route } from '../server/exchange';
import { byteRange } from './byteRange';
import { contentType } from './contentType';
import type { FileStore } from './FileStore';
import type { TemporaryLinks } from './TemporaryLinks';

/** Bytes of one upload, as the mini program's own limit is. */
const maxUpload = 50 * 1024 * 1024;
const oneYear = 365 * 24 * 3600;

/** What the file routes stand on. */
export interface FileRouteOptions {
  files: FileStore;
  links: TemporaryLinks;
  sessions: Sessions;
}

/**
 * `/files/<path>`: uploads with the permission that getUploadMetadata handed out, and downloads. A file is read with a
 * temporary link, or by anyone who is signed in: CloudBase's default permission, "all users may read". Errors are XML,
 * as from the object store behind CloudBase: 403 AccessDenied, 404 NoSuchKey, 413 EntityTooLarge, 416 InvalidRange.
 */
export function fileRoutes(options: FileRouteOptions): Route[] {
  const upload = { path: '/files/*', maxBody: maxUpload, tooLarge } as const;
  return [
    { method: 'GET', path: '/files/*', answer: (request) => download(options, request) },
    { method: 'PUT', ...upload, answer: (request) => put(options.files, request) },
    { method: 'POST', ...upload, answer: (request) => postForm(options.files, request) },
  ];
}

function download({ files, links, sessions }: FileRouteOptions, request: HttpRequest): HttpResponse {
  const cloudPath = request.params.rest ?? '';
  const link = links.check(cloudPath, request.query);
  const refused = link === 'unsigned' && sessions.of(request) ? undefined : whyNot[link];
  if (refused) return failure(request, 403, 'AccessDenied', refused);
  const file = files.read(cloudPath);
  if (!file) return failure(request, 404, 'NoSuchKey', 'There is no such file.');
  const maxAge = link === 'valid' ? links.secondsLeft(request.query) : oneYear;
  const headers = {
    'content-type': contentType(cloudPath),
    'cache-control': `private, max-age=${maxAge}`,
    'accept-ranges': 'bytes',
    // A stored SVG or page must not run as part of the shop.
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
    etag: file.etag,
  };
  if (header(request, 'if-none-match') === file.etag) return { status: 304, headers, body: '' };
  const range = byteRange(header(request, 'range'), file.content.length);
  if (range === 'whole') return { status: 200, headers, body: file.content };
  if (range === 'outside') return failure(request, 416, 'InvalidRange', `The file has ${file.content.length} bytes.`);
  const part = { ...headers, 'content-range': `bytes ${range.first}-${range.last}/${file.content.length}` };
  return { status: 206, headers: part, body: file.content.subarray(range.first, range.last + 1) };
}

const whyNot = {
  valid: undefined,
  unsigned: 'Ask getTempFileURL for a link, or sign in.',
  expired: 'This link has expired; ask getTempFileURL for another one.',
  altered: 'This link was altered, or is not of this emulator.',
} as const;

// The node SDK uploads with PUT and expects an empty body.
function put(files: FileStore, request: HttpRequest): HttpResponse {
  const cloudPath = request.params.rest ?? '';
  if (!files.mayUpload(cloudPath, header(request, 'authorization'))) return notPermitted(request);
  files.write(cloudPath, request.body);
  return { status: 200, headers: {}, body: '' };
}

/** wx.uploadFile posts a form: the permission as `Signature`, the content as `file`. */
async function postForm(files: FileStore, request: HttpRequest): Promise<HttpResponse> {
  const cloudPath = request.params.rest ?? '';
  const headers = { 'content-type': header(request, 'content-type') };
  const form = await new Response(new Uint8Array(request.body), { headers }).formData().catch(() => new FormData());
  const file = form.get('file');
  const permission = form.get('Signature');
  if (typeof permission !== 'string' || !files.mayUpload(cloudPath, permission)) return notPermitted(request);
  if (!file || typeof file === 'string') return failure(request, 400, 'InvalidArgument', 'The form has no file.');
  files.write(cloudPath, Buffer.from(await file.arrayBuffer()));
  return { status: 204, headers: {}, body: '' };
}

function notPermitted(request: HttpRequest): HttpResponse {
  return failure(request, 403, 'AccessDenied', 'Ask getUploadMetadata for a permission to upload here.');
}

function tooLarge({ path }: { path: string }): HttpResponse {
  return failure({ path }, 413, 'EntityTooLarge', `A file may have ${maxUpload / 1024 / 1024} MB at most.`);
}

function failure({ path }: { path: string }, status: number, code: string, message: string): HttpResponse {
  const resource = encodeURI(path).replaceAll('&', '&amp;');
  const body =
    `<?xml version="1.0" encoding="utf-8" ?><Error><Code>${code}</Code><Message>${message}</Message>` +
    `<Resource>${resource}</Resource><RequestId>emulator</RequestId><TraceId>emulator</TraceId></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}
