/** An error as CloudBase answers it on the wire: HTTP 200 with `{ code, message }`. */
export class CloudBaseError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'CloudBaseError';
  }
}

/** What CloudBase can do and this emulator cannot; the message names it, so that nothing unsupported passes silently. */
export class NotEmulated extends CloudBaseError {
  constructor(what: string) {
    super('NOT_EMULATED', `The emulator does not support ${what}.`);
    this.name = 'NotEmulated';
  }
}
