import { type HttpRequest, type HttpResponse, header, type Route, text } from '../server/exchange';
import { contentType } from './contentType';
import type { FileStore } from './FileStore';

const maxUpload = 50 * 1024 * 1024;

/** `/files/<path>`: uploads with the permission that getUploadMetadata handed out, and public downloads. */
export function fileRoutes(files: FileStore): Route[] {
  return [
    { method: 'GET', path: '/files/*', answer: (request) => download(files, request) },
    { method: 'PUT', path: '/files/*', maxBody: maxUpload, answer: (request) => put(files, request) },
    { method: 'POST', path: '/files/*', maxBody: maxUpload, answer: (request) => postForm(files, request) },
  ];
}

function download(files: FileStore, request: HttpRequest): HttpResponse {
  const cloudPath = request.params.rest ?? '';
  const file = files.read(cloudPath);
  if (!file) return text('There is no such file.', 404);
  const headers = {
    'content-type': contentType(cloudPath),
    'cache-control': 'public, max-age=31536000',
    // A stored SVG or page must not run as part of the shop.
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
    etag: file.etag,
  };
  if (header(request, 'if-none-match') === file.etag) return { status: 304, headers, body: '' };
  return { status: 200, headers, body: file.content };
}

// The node SDK uploads with PUT and expects an empty body; an error is XML, as from the object store behind CloudBase.
function put(files: FileStore, request: HttpRequest): HttpResponse {
  const cloudPath = request.params.rest ?? '';
  if (!files.mayUpload(cloudPath, header(request, 'authorization'))) return denied(request);
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
  if (typeof permission !== 'string' || !files.mayUpload(cloudPath, permission)) return denied(request);
  if (!file || typeof file === 'string') return text('The form has no file.', 400);
  files.write(cloudPath, Buffer.from(await file.arrayBuffer()));
  return { status: 204, headers: {}, body: '' };
}

function denied(request: HttpRequest): HttpResponse {
  const body =
    '<?xml version="1.0" encoding="utf-8" ?><Error><Code>AccessDenied</Code>' +
    '<Message>Ask getUploadMetadata for a permission to upload here.</Message>' +
    `<Resource>${encodeURI(request.path)}</Resource><RequestId>emulator</RequestId><TraceId>emulator</TraceId></Error>`;
  return { status: 403, headers: { 'content-type': 'application/xml' }, body };
}
