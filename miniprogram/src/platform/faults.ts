/** The call did not reach the shop, or its answer did not reach us: whether it was carried out is unknown. */
export class NetworkFault extends Error {
  override readonly name = 'NetworkFault';
}

/** The function itself failed (crashed, ran out of time); `requestId` finds it in the log. */
export class FunctionFault extends Error {
  override readonly name = 'FunctionFault';
  constructor(
    message: string,
    readonly requestId: string,
  ) {
    super(message);
  }
}
