import { createHash, type Hash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import * as v from 'valibot';
import { errorCode, errorMessage } from '../errorCode';
import { ByteReader } from './ByteReader';
import { FileLine, FirstLine, LastLine } from './SnapshotLine';
import { SnapshotRefused } from './SnapshotRefused';
import { stateFiles } from './stateFiles';

/** Bytes of a line; a longer one is not ours. */
const longestLine = 4096;

/**
 * Writes the files of a snapshot below `folder`, each on the disk when this resolves, and answers how many. Rejects with
 * SnapshotRefused when the stream is no snapshot or not exactly what was exported.
 */
export async function unpackSnapshot(source: Readable, folder: string): Promise<number> {
  const plain = pipeline(source, createGunzip(), new PassThrough(), () => undefined);
  try {
    return await unpack(new ByteReader(plain as AsyncIterable<Buffer>), folder);
  } catch (error) {
    const isOfGzip = errorCode(error).startsWith('Z_');
    throw isOfGzip ? new SnapshotRefused(`it is damaged, or none (${errorMessage(error)})`) : error;
  } finally {
    plain.destroy();
  }
}

async function unpack(reader: ByteReader, folder: string): Promise<number> {
  const hash = createHash('sha256');
  const first = v.safeParse(FirstLine, await readLine(reader, hash));
  if (!first.success) throw new SnapshotRefused('it is none of an emulator');
  const { emulatorSnapshot: format } = first.output;
  if (format !== 1) throw new SnapshotRefused(`it is written in format ${format}, this emulator reads format 1`);
  for (let count = 0; ; count++) {
    const sha256 = hash.copy().digest('hex');
    const next = v.safeParse(v.union([FileLine, LastLine]), await readLine(reader, hash));
    if (!next.success) throw new SnapshotRefused('it is damaged');
    if ('path' in next.output) {
      await unpackFile(reader, hash, path.join(folder, next.output.path), next.output.size);
      continue;
    }
    const isWhole = next.output.files === count && next.output.sha256 === sha256 && (await reader.isAtEnd());
    if (!isWhole || stateFiles(folder).length !== count) throw new SnapshotRefused('it is damaged');
    return count;
  }
}

async function readLine(reader: ByteReader, hash: Hash): Promise<unknown> {
  const text = await reader.line(longestLine);
  if (text === undefined) throw new SnapshotRefused('it is cut off, or none of an emulator');
  hash.update(`${text}\n`);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function unpackFile(reader: ByteReader, hash: Hash, file: string, size: number): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, 'wx', 0o600);
  try {
    let left = size;
    for await (const piece of reader.take(size)) {
      hash.update(piece);
      await handle.writeFile(piece);
      left -= piece.length;
    }
    if (left > 0) throw new SnapshotRefused('it is cut off');
    await handle.sync();
  } finally {
    await handle.close();
  }
}
