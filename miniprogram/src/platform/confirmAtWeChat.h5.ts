import type { Receipt, ReceiptOutcome } from './confirmAtWeChat';

/** A browser has no page of WeChat's for that. */
export const confirmAtWeChat = (_receipt: Receipt): Promise<ReceiptOutcome> => Promise.resolve('unavailable');
