import { readFileSync } from 'node:fs';
import path from 'node:path';
import { errorMessage } from '../errorCode';
import { damagedIf } from './DamagedFile';
import { refuseEmptied, refuseNewer } from './dataVersion';
import { Sqlite } from './Sqlite';
import { stateFiles } from './stateFiles';

/**
 * Reads every page of every SQLite file and parses every JSON file: minutes, at many gigabytes. Answers a sentence for
 * each problem, so an empty list means sound. A start looks at the first row of each table only.
 */
export function checkDataFolder(dataDir: string): string[] {
  return [
    ...problemsOf(() => refuseNewer(dataDir)),
    ...problemsOf(() => refuseEmptied(dataDir)),
    ...stateFiles(dataDir).flatMap((file) => {
      const whole = path.join(dataDir, file);
      if (file.endsWith('.sqlite')) return problemsOf(() => readAllPages(whole));
      return /^[^/]+\.json$/.test(file) ? problemsOf(() => JSON.parse(readFileSync(whole, 'utf8')), whole) : [];
    }),
  ];
}

function readAllPages(file: string): void {
  const sqlite = new Sqlite(file);
  try {
    const found = sqlite.rows<{ integrity_check: string }>('pragma integrity_check').map((row) => row.integrity_check);
    if (found.join() !== 'ok') throw new Error(`${file} is damaged: ${found.join('; ')}`);
  } catch (error) {
    throw damagedIf(error, file);
  } finally {
    sqlite.close();
  }
}

function problemsOf(check: () => void, file = ''): string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [file === '' ? errorMessage(error) : `${file} is damaged: ${errorMessage(error)}`];
  }
}
