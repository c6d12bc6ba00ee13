import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, statSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { CloudBaseError } from '../CloudBaseError';
import { readFileIfThere } from '../readFileIfThere';
import { writeFileAtomically } from '../writeFileAtomically';

/** A stored file and the tag that changes with its content. */
export interface StoredFile {
  content: Buffer;
  etag: string;
}

/**
 * Cloud storage in a folder. A file is known by its cloud path; on disk it is named by the path's hash, so a path can
 * neither leave the folder nor clash with another one.
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
    const wrong = cloudPath === '' || cloudPath.startsWith('/') || /[?#%\\]|\/\/|(^|\/)\.\.?(\/|$)/.test(cloudPath);
    if (wrong) throw new CloudBaseError('INVALID_PARAM', `${cloudPath} cannot be a path in cloud storage.`);
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
    writeFileAtomically(this.#file(cloudPath), content);
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
    unlinkSync(this.#file(cloudPath));
  }

  #file(cloudPath: string): string {
    return path.join(this.#folder, createHash('sha256').update(cloudPath).digest('hex'));
  }
}
