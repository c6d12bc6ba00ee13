import type { Answer, Input, OperationName } from '@shared/contract';
import Taro from '@tarojs/taro';
import { FunctionFault, NetworkFault } from './faults';
import { withinTime } from './timeLimit';

/**
 * Calls an operation by the name it has on both sides: `call('order.placeOrder', …)`. The part before the dot is the
 * cloud function. Refusals are returned; a `NetworkFault` or `FunctionFault` is thrown.
 */
export async function call<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Answer<Name>> {
  const [domain = '', operation = ''] = name.split('.');
  const request = Taro.cloud.callFunction({ name: domain, data: { operation, input } });
  const { result } = await withinTime(request.catch(asFault));
  // The function answers by the same contract that typed the input.
  return result as unknown as Answer<Name>;
}

/** WeChat rejects with `errCode` -501… when the function failed and with other codes, or none, when it was not reached. */
function asFault(error: { errCode?: number; errMsg?: string; requestID?: string }): never {
  const message = error.errMsg ?? String(error);
  const failedInFunction = error.errCode !== undefined && error.errCode <= -500_000;
  throw failedInFunction ? new FunctionFault(message, error.requestID ?? '') : new NetworkFault(message);
}
