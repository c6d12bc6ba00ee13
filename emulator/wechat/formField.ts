import { type HttpRequest, header } from '../server/exchange';

/**
 * The bytes of one field of a multipart form, undefined when it has none. The platform's own parser reads a field
 * without a file name as text, which the SDK's binary fields are not.
 */
export function formField(request: HttpRequest, name: string): Buffer | undefined {
  const [, boundary] = /boundary="?([^";]+)/.exec(header(request, 'content-type')) ?? [];
  if (boundary === undefined) return undefined;
  const { body } = request;
  const mark = Buffer.from(`--${boundary}`);
  for (let start = body.indexOf(mark); start !== -1; ) {
    const end = body.indexOf(mark, start + mark.length);
    if (end === -1) return undefined;
    const part = body.subarray(start + mark.length, end);
    const inside = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, Math.max(inside, 0)).toString('utf8');
    // A part ends with the line break before the next mark.
    if (/\bname="([^"]*)"/.exec(head)?.[1] === name) return part.subarray(inside + 4, -2);
    start = end;
  }
  return undefined;
}
