/** A failure as CloudBase answers it: HTTP 200 with `{ code, message }`, which the SDK throws to the caller. */
export class CloudBaseError extends Error {
  constructor(
    /** CloudBase's own code, such as `DATABASE_COLLECTION_NOT_EXIST`. */
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** Production may well do this, the emulator does not: it says so by name instead of answering something wrong. */
export class NotEmulated extends CloudBaseError {
  /** @param what the action, operator or stage, as it was spelled in the request */
  constructor(what: string) {
    super('NOT_EMULATED', `The emulator does not support ${what}.`);
  }
}
