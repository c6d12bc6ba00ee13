import { CloudBaseError } from '../CloudBaseError';

/**
 * The length-delimited fields of a protobuf message, by field number; whole numbers are passed over. Anything else is
 * INVALID_PARAM. Source: protobuf.dev, "Encoding".
 */
export function readFields(message: Buffer): Map<number, Buffer[]> {
  const found = new Map<number, Buffer[]>();
  for (let at = 0; at < message.length; ) {
    const tag = readVarint(message, at);
    const size = readVarint(message, tag.end);
    at = size.end;
    if (tag.value % 8 === 0) continue;
    if (tag.value % 8 !== 2 || at + size.value > message.length) throw unreadable();
    const number = Math.floor(tag.value / 8);
    found.set(number, [...(found.get(number) ?? []), message.subarray(at, at + size.value)]);
    at += size.value;
  }
  return found;
}

/** One length-delimited field, of a number below 16. */
export function writeField(number: number, text: string): Buffer {
  const content = Buffer.from(text);
  return Buffer.concat([Buffer.from([number * 8 + 2, ...varint(content.length)]), content]);
}

function readVarint(message: Buffer, start: number): { value: number; end: number } {
  let value = 0;
  let end = start;
  for (let scale = 1; ; scale *= 128) {
    const byte = message[end++];
    if (byte === undefined) throw unreadable();
    value += (byte % 128) * scale;
    if (byte < 128) return { value, end };
  }
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}

function unreadable(): CloudBaseError {
  return new CloudBaseError('INVALID_PARAM', 'requestData is no protobuf message.');
}
