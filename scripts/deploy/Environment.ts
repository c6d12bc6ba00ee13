import type { IndexDeclaration } from '../../emulator/database/declarations';

/** A function as it runs. */
export interface FunctionState {
  /** The first 16 hex digits of the SHA-256 of its code's archive. */
  code: string;
  timeout: number;
  memorySize: number;
  /** Its environment variables by name. */
  variables: Readonly<Record<string, string>>;
  /** Its 7-field cron, if a clock calls it. */
  cron?: string;
}

/** What an environment has, or is to have. */
export interface Environment {
  /** Collections by name: the indexes, and whether clients can neither read nor write there. */
  collections: ReadonlyMap<string, { indexes: readonly IndexDeclaration[]; locked: boolean }>;
  functions: ReadonlyMap<string, FunctionState>;
  /** Paths of HTTP access, and the function that answers. */
  paths: ReadonlyMap<string, string>;
  /** Who may read and write files: everyone reads, only who made a file changes it, is `READONLY`. */
  storageRule: string;
}

/** An environment without anything of ours. */
export const emptyEnvironment: Environment = {
  collections: new Map(),
  functions: new Map(),
  paths: new Map(),
  storageRule: 'PRIVATE',
};
