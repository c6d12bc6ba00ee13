import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { errorCode } from '../errorCode';
import type { SnapshotLine } from './SnapshotLine';
import { stateFiles } from './stateFiles';

/**
 * The whole data folder as one gzip stream of lines and contents, see `SnapshotLine`. Every SQLite file must be held
 * (`Sqlite.holdFile`) or closed until the stream ends; a file that is deleted meanwhile is left out. Throws when a SQLite
 * file still has something in its WAL.
 */
export function exportSnapshot(dataDir: string): Readable {
  const files = stateFiles(dataDir);
  for (const file of files.filter((name) => name.endsWith('.sqlite'))) refuseUnheld(path.join(dataDir, file));
  const plain = Readable.from(pack(dataDir, files), { objectMode: false });
  const packed = createGzip({ level: 1 });
  plain.on('error', (error) => packed.destroy(error));
  packed.on('close', () => plain.destroy());
  return plain.pipe(packed);
}

function refuseUnheld(file: string): void {
  const wal = `${file}-wal`;
  if (existsSync(wal) && statSync(wal).size > 0) throw new Error(`${file} is being written; it cannot be exported.`);
}

async function* pack(dataDir: string, files: readonly string[]): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const hashed = (piece: Buffer): Buffer => {
    hash.update(piece);
    return piece;
  };
  yield hashed(line({ emulatorSnapshot: 1 }));
  let count = 0;
  for (const file of files) {
    const handle = await openIfThere(path.join(dataDir, file));
    if (!handle) continue;
    count++;
    for await (const piece of packFile(file, handle)) yield hashed(piece);
  }
  yield line({ files: count, sha256: hash.digest('hex') });
}

async function* packFile(file: string, handle: FileHandle): AsyncGenerator<Buffer> {
  try {
    const { size } = await handle.stat();
    yield line({ path: file, size });
    if (size > 0) yield* handle.createReadStream({ end: size - 1, autoClose: false }) as AsyncIterable<Buffer>;
  } finally {
    await handle.close();
  }
}

async function openIfThere(file: string): Promise<FileHandle | undefined> {
  try {
    return await open(file, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

const line = (value: SnapshotLine): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);
