/** A refusal as WeChat Pay answers it: an HTTP status and `{ code, message, detail? }`. */
export class PayError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly detail?: { location: string; field: string; issue: string },
  ) {
    super(message);
    this.name = 'PayError';
  }
}
