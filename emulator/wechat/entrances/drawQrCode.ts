import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';

/** A QR code of a text as a PNG, dark on white, at most `width` px wide. */
export function drawQrCode(text: string, width: number): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const scale = Math.max(1, Math.floor(width / size));
  const rows = data.map((row) => Buffer.from(row.flatMap((dark) => Array<number>(scale).fill(dark ? 0 : 255))));
  return greyPng(
    size * scale,
    rows.flatMap((row) => Array<Buffer>(scale).fill(row)),
  );
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG of one byte a pixel, 0 is black. Source: the PNG specification, W3C. */
function greyPng(width: number, rows: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(rows.length, 4);
  // Eight bits, grey; the usual compression and filters, not interlaced.
  header.writeUInt8(8, 8);
  // Each row says first that nothing was done to it.
  const lines = rows.flatMap((row) => [Buffer.from([0]), row]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(lines))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}
