/** What a fake environment holds; the test reads it and may change it by hand. */
export interface CloudState {
  envId: string;
  collections: Map<string, { indexes: { Name: string; Unique: boolean; Keys: object[] }[]; acl: string }>;
  functions: Map<string, CloudFunction>;
  paths: Map<string, string>;
  storageRule: string;
  /** HTTP access has an address only once a path is open. */
  domain: string;
}

export interface CloudFunction {
  description: string;
  timeout: number;
  memorySize: number;
  variables: { Key: string; Value: string }[];
  archive: string;
  timers: { TriggerName: string; Type: string; TriggerDesc: string }[];
  versions: { Version: string; Description: string; archive: string }[];
  /** How often it still says that it is busy. */
  busy: number;
}

/** What an action refuses with. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string = code,
  ) {
    super(message);
  }
}
