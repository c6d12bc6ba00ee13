import path from 'node:path';
import Libsql from 'libsql';
import { damagedIf } from './DamagedFile';

/**
 * Claims the data folder for this process and returns how to give it back. Refuses with a sentence when another
 * emulator holds it. The claim is the operating system's lock on a file, so a killed process leaves none behind.
 */
export function lockDataFolder(dataDir: string): () => void {
  const file = path.join(dataDir, 'emulator.lock');
  const lock = new Libsql(file, { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (String(error).includes('locked')) throw new Error(`Another emulator is already using ${dataDir}.`);
    throw damagedIf(error, file);
  }
  return () => {
    lock.exec('ROLLBACK');
    lock.close();
  };
}
