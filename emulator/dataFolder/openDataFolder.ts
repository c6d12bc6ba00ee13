import { accessSync, constants, mkdirSync } from 'node:fs';
import { errorMessage } from '../errorCode';
import { migrate, refuseEmptied, refuseNewer } from './dataVersion';
import { finishImport } from './importSnapshot';
import { lockDataFolder } from './lockDataFolder';

/**
 * Claims the folder, made if missing, and brings it to the current version; answers how to give it back. Throws one
 * sentence when it cannot be written, another emulator holds it or a newer one wrote it, and DamagedFile. An import that
 * was killed is finished or forgotten first.
 */
export function openDataFolder(dataDir: string): () => void {
  const unlock = claimDataFolder(dataDir);
  try {
    refuseNewer(dataDir);
    refuseEmptied(dataDir);
    migrate(dataDir);
    return unlock;
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Claims the folder, made if missing, whatever is in it. Throws one sentence, see `openDataFolder`. */
export function claimDataFolder(dataDir: string): () => void {
  makeWritable(dataDir);
  const unlock = lockDataFolder(dataDir);
  finishImport(dataDir);
  return unlock;
}

function makeWritable(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new Error(`The data folder ${dataDir} cannot be written: ${errorMessage(error)}`);
  }
}
