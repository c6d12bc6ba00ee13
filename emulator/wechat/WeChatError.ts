/** A refusal of WeChat's server API, answered as `{ errcode, errmsg }`. */
export class WeChatError extends Error {
  /** @param errcode WeChat's own number, such as 43101 */
  constructor(
    readonly errcode: number,
    message: string,
  ) {
    super(message);
    this.name = new.target.name;
  }
}
