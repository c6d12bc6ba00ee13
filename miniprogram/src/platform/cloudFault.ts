import { FunctionFault, NetworkFault } from './faults';

/** How `wx.cloud.callFunction` rejects. */
interface CloudError {
  errCode?: number;
  errMsg?: string;
}

/**
 * What a rejection of `wx.cloud.callFunction` means. The function failed when the code is -404011 (it was run) or in
 * the -500000s (CloudBase's own answers); all else, or no code, means that it was not reached.
 */
export function cloudFault({ errCode = 0, errMsg = 'no message' }: CloudError): FunctionFault | NetworkFault {
  const failedThere = errCode === -404_011 || errCode <= -500_000;
  if (!failedThere) return new NetworkFault(errMsg);
  const [, requestId = ''] = /requestID:? ?([\w-]+)/.exec(errMsg) ?? [];
  return new FunctionFault(errMsg, requestId);
}
