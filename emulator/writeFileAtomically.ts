import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes a file so that a kill at any moment leaves the old or the new one, never a part; on disk when it returns. */
export function writeFileAtomically(file: string, content: string | Buffer, mode = 0o644): void {
  const folder = path.dirname(file);
  mkdirSync(folder, { recursive: true });
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    writeToDisk(temporary, content, mode);
    renameSync(temporary, file);
  } catch (error) {
    // A full disk must not fill up with halves.
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(folder);
}

/** Puts the names in a folder on the disk: a rename is durable only then. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function writeToDisk(file: string, content: string | Buffer, mode: number): void {
  const descriptor = openSync(file, 'wx', mode);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
