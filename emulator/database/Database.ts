import { NotEmulated } from '../CloudBaseError';
import type { CollectionDeclarations } from './declarations';

/** Where the documents live, which collections exist, and the emulator's clock in ms. */
export interface DatabaseOptions {
  dataDir: string;
  collections: CollectionDeclarations;
  now: () => number;
}

/** The document database behind `POST /admin`. */
export interface Database {
  /** Answers one database action of the SDK with the fields of the wire answer. Rejects with CloudBaseError. */
  handle(action: string, params: Record<string, unknown>): Promise<Record<string, unknown>>;
  close(): void;
}

/** A placeholder until the database lands: every action is refused by name. */
export function openDatabase(_options: DatabaseOptions): Database {
  return {
    handle: (action) => Promise.reject(new NotEmulated(action)),
    close: () => undefined,
  };
}
