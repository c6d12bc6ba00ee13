import { CloudBaseError } from './CloudBaseError';
import { DamagedFile } from './dataFolder/DamagedFile';
import { errorCode, errorMessage } from './errorCode';

/**
 * What the caller is told when the disk failed him, or undefined for any other error: DISK_FULL, DISK_FAILED (read-only,
 * an I/O error, no permission) or DATA_DAMAGED. A write that is answered so has left nothing.
 */
export function diskFailure(error: unknown): CloudBaseError | undefined {
  if (error instanceof DamagedFile) return new CloudBaseError('DATA_DAMAGED', error.message);
  const code = errorCode(error);
  if (full.test(code)) return new CloudBaseError('DISK_FULL', `There is no room on the disk: ${errorMessage(error)}.`);
  if (failed.test(code)) return new CloudBaseError('DISK_FAILED', `The disk does not obey: ${errorMessage(error)}.`);
  if (damaged.test(code)) return new CloudBaseError('DATA_DAMAGED', `${errorMessage(error)}; --check says where.`);
  return undefined;
}

// SQLite's result codes and those of the operating system. EFBIG: a limit on the size of files.
const full = /^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)$/;
const failed = /^(SQLITE_(IOERR|READONLY|CANTOPEN|PERM)\w*|EIO|EROFS|EACCES|EPERM)$/;
const damaged = /^SQLITE_(CORRUPT|NOTADB)/;
