import { CloudBaseError } from '../CloudBaseError';

/** A file that is no snapshot, or not a whole one, or of a newer emulator. Nothing was imported. */
export class SnapshotRefused extends CloudBaseError {
  /** @param reason half a sentence */
  constructor(reason: string) {
    super('SNAPSHOT_REFUSED', `This snapshot is refused: ${reason}. Nothing was imported.`);
  }
}
