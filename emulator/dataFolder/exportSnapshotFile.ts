import { createWriteStream, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { syncFolder } from '../writeFileAtomically';
import { exportSnapshot } from './exportSnapshot';
import { Sqlite } from './Sqlite';
import { stateFiles } from './stateFiles';

/** Exports a claimed data folder that nothing has open to a file: the whole snapshot or, on an error, none. */
export async function exportSnapshotFile(dataDir: string, file: string): Promise<void> {
  const part = `${file}.tmp`;
  emptyWals(dataDir);
  try {
    await pipeline(exportSnapshot(dataDir), createWriteStream(part, { flush: true }));
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
  syncFolder(path.dirname(file));
}

// A killed emulator leaves writes in the WAL.
function emptyWals(dataDir: string): void {
  for (const file of stateFiles(dataDir)) if (file.endsWith('.sqlite')) new Sqlite(path.join(dataDir, file)).close();
}
