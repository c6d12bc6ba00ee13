import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { syncFolder } from '../writeFileAtomically';
import { DamagedFile } from './DamagedFile';
import { currentVersion, migrate, noteVersion, refuseEmptied, storedVersion } from './dataVersion';
import { SnapshotRefused } from './SnapshotRefused';
import { unpackSnapshot } from './unpackSnapshot';

/** A snapshot that was unpacked and found whole. The data folder is as it was until `adopt`. */
export interface StagedSnapshot {
  /** Where it lies: a data folder of the current version. */
  folder: string;
  /** How many files it has. */
  files: number;
  /** Makes it the data folder; a kill in the middle leaves the old or, at the next start, the new. All must be closed. */
  adopt(): void;
  /** Throws it away, unless it was adopted. */
  discard(): void;
}

/**
 * Unpacks a snapshot beside the files of a claimed data folder. Rejects with SnapshotRefused when it is damaged, foreign
 * or newer than this emulator, and then leaves nothing.
 */
export async function stageSnapshot(dataDir: string, source: Readable): Promise<StagedSnapshot> {
  const folder = path.join(dataDir, staging);
  const discard = () => rmSync(folder, { recursive: true, force: true });
  discard();
  mkdirSync(folder, { recursive: true });
  try {
    const files = await unpackSnapshot(source, folder);
    bringUpToDate(folder);
    return { folder, files, adopt: () => adopt(dataDir), discard };
  } catch (error) {
    discard();
    throw error;
  }
}

/** Ends what a kill interrupted: an import that was decided is finished, an undecided one is forgotten. */
export function finishImport(dataDir: string): void {
  rmSync(path.join(dataDir, staging), { recursive: true, force: true });
  if (existsSync(path.join(dataDir, decided))) clearAway(dataDir);
  if (existsSync(path.join(dataDir, moving))) moveIn(dataDir);
}

// The staged folder's name tells how far an import is; whatever a name asks for may be done again after a kill.
const staging = 'import.staging';
/** The old files go. */
const decided = 'import.decided';
/** The old files are gone, the new ones come. */
const moving = 'import.moving';

function bringUpToDate(folder: string): void {
  const version = storedVersion(folder);
  if (version === undefined) throw new SnapshotRefused('it holds no data folder');
  if (version > currentVersion) {
    throw new SnapshotRefused(`its version is ${version}, this emulator knows up to ${currentVersion}`);
  }
  try {
    refuseEmptied(folder);
    migrate(folder);
    noteVersion(folder);
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    throw new SnapshotRefused(`its ${path.basename(error.file)} is damaged: ${error.reason}`);
  }
}

function adopt(dataDir: string): void {
  for (const folder of foldersIn(path.join(dataDir, staging))) syncFolder(folder);
  rename(dataDir, staging, decided);
  finishImport(dataDir);
}

function clearAway(dataDir: string): void {
  const old = readdirSync(dataDir).filter((name) => !/^(emulator\.lock|import\.)/.test(name));
  for (const name of old) rmSync(path.join(dataDir, name), { recursive: true });
  syncFolder(dataDir);
  rename(dataDir, decided, moving);
}

function moveIn(dataDir: string): void {
  for (const name of readdirSync(path.join(dataDir, moving))) rename(dataDir, path.join(moving, name), name);
  rmdirSync(path.join(dataDir, moving));
}

function rename(dataDir: string, from: string, to: string): void {
  renameSync(path.join(dataDir, from), path.join(dataDir, to));
  syncFolder(dataDir);
}

function foldersIn(folder: string): string[] {
  const below = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...below.map((entry) => path.join(entry.parentPath, entry.name))];
}
