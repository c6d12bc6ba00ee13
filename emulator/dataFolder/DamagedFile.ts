import path from 'node:path';
import { errorCode, errorMessage } from '../errorCode';

/** A file of the data folder cannot be read as what it is. As a message: which file, why, and the ways out. */
export class DamagedFile extends Error {
  constructor(
    /** Its path. */
    readonly file: string,
    /** What is wrong with it, half a sentence. */
    readonly reason: string,
  ) {
    const folder = path.dirname(file);
    super(`${file} is damaged: ${reason}. Nothing was changed. Ways out:
  npm run emulator -- --data ${folder} --import SNAPSHOT   restores a snapshot
  npm run emulator -- --data ANOTHER                       starts in another folder
  mv ${folder} ${folder}.damaged                           puts it aside; the next start is empty`);
    this.name = new.target.name;
  }
}

/** The same error, or, when it is SQLite's word for a broken file, a DamagedFile. */
export function damagedIf(error: unknown, file: string): unknown {
  return /^SQLITE_(CORRUPT|NOTADB)/.test(errorCode(error)) ? new DamagedFile(file, errorMessage(error)) : error;
}
