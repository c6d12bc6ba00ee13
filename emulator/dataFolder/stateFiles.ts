import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Everything that a restart brings back, as paths below the data folder with `/`, sorted: all files but the lock, what
 * SQLite keeps beside its files, unfinished writes and imports.
 */
export function stateFiles(dataDir: string): string[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(dataDir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((file) => !passing.test(file))
    .sort();
}

const passing = /^emulator\.lock|^import\.|\.tmp$|-(wal|shm|journal)$/;
