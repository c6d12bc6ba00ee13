import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { CloudBaseError } from '../CloudBaseError';
import { readFileIfThere } from '../readFileIfThere';
import { writeFileAtomically } from '../writeFileAtomically';

/** A stored file and the tag that changes with its content. */
export interface StoredFile {
  content: Buffer;
  etag: string;
}

/** What a list of files says of one: its size in bytes, and when it was written, in ms of this machine's time. */
export interface FileEntry {
  path: string;
  fileId: string;
  size: number;
  writtenAt: number;
}

// The object store behind CloudBase takes keys of 1 to 850 bytes.
const longestPath = 850;

/**
 * Cloud storage in a folder. A file is known by its cloud path; on disk it is named by the path's hash, so a path can
 * neither leave the folder nor clash with another one. `<hash>.path` beside it holds the path.
 */
export class FileStore {
  readonly #folder: string;
  readonly #prefix: string;
  // Upload permissions last as long as this process, like the short-lived ones of CloudBase.
  readonly #permissionKey = randomBytes(32);

  constructor(dataDir: string, envId: string) {
    this.#folder = path.join(dataDir, 'files');
    this.#prefix = `cloud://${envId}.6c6f-${envId}-1250000000/`;
  }

  /** `cloud://<env>.<bucket>/<path>`. Refuses a path that CloudBase refuses, or whose download URL would be another. */
  fileId(cloudPath: string): string {
    if (!isCloudPath(cloudPath)) {
      throw new CloudBaseError('INVALID_PARAM', `${JSON.stringify(cloudPath)} cannot be a path in cloud storage.`);
    }
    return this.#prefix + cloudPath;
  }

  /** The path of a file id of this environment, or undefined. */
  cloudPath(fileId: string): string | undefined {
    return fileId.startsWith(this.#prefix) ? fileId.slice(this.#prefix.length) : undefined;
  }

  /** A permission to upload to one path. */
  permitUpload(cloudPath: string): string {
    return createHmac('sha256', this.#permissionKey).update(cloudPath).digest('hex');
  }

  /** Whether `permission` was handed out for this path. */
  mayUpload(cloudPath: string, permission: string): boolean {
    const expected = Buffer.from(this.permitUpload(cloudPath));
    const given = Buffer.from(permission);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  /** Stores a file, replacing an older one at the same path; on disk when it returns. */
  write(cloudPath: string, content: Buffer): void {
    const file = this.#file(cloudPath);
    // First the name: one without a file is no file, a file without a name would be in no list.
    if (!existsSync(`${file}.path`)) writeFileAtomically(`${file}.path`, cloudPath);
    writeFileAtomically(file, content);
  }

  /** The file at a path, or undefined. */
  read(cloudPath: string): StoredFile | undefined {
    const file = this.#file(cloudPath);
    const content = readFileIfThere(file);
    if (!content) return undefined;
    const { mtimeMs, size } = statSync(file);
    return { content, etag: `"${mtimeMs.toString(36)}-${size.toString(36)}"` };
  }

  /** Whether there is a file at a path. */
  has(cloudPath: string): boolean {
    return existsSync(this.#file(cloudPath));
  }

  /** Deletes the file at a path; it must be there. */
  remove(cloudPath: string): void {
    const file = this.#file(cloudPath);
    unlinkSync(file);
    rmSync(`${file}.path`, { force: true });
  }

  /** Every file, by path. */
  list(): FileEntry[] {
    if (!existsSync(this.#folder)) return [];
    const names = readdirSync(this.#folder).filter((name) => name.endsWith('.path'));
    const entries = names.flatMap((name) => this.#entry(path.join(this.#folder, name)));
    return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  #entry(nameFile: string): FileEntry[] {
    const found = statSync(nameFile.slice(0, -'.path'.length), { throwIfNoEntry: false });
    if (!found) return [];
    const cloudPath = readFileSync(nameFile, 'utf8');
    return [{ path: cloudPath, fileId: this.#prefix + cloudPath, size: found.size, writtenAt: found.mtimeMs }];
  }

  #file(cloudPath: string): string {
    return path.join(this.#folder, createHash('sha256').update(cloudPath).digest('hex'));
  }
}

function isCloudPath(cloudPath: string): boolean {
  const bytes = Buffer.byteLength(cloudPath);
  if (bytes === 0 || bytes > longestPath || cloudPath.startsWith('/') || cloudPath.endsWith('/')) return false;
  return !/[?#%\\\p{Cc}\p{Cs}]|\/\/|(^|\/)\.\.?(\/|$)/u.test(cloudPath);
}
