import type { Answer, Input, OperationName } from '@shared/contract';
import Taro from '@tarojs/taro';
import { cloudFault } from './cloudFault';
import { withinTime } from './withinTime';

/**
 * Calls an operation by the name it has on both sides: `call('order.placeOrder', …)`. The part before the dot is the
 * cloud function. Refusals are returned; a `NetworkFault` or `FunctionFault` is thrown.
 */
export async function call<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Answer<Name>> {
  const [domain = '', operation = ''] = name.split('.');
  const request = Taro.cloud.callFunction({ name: domain, data: { operation, input } }).catch((error) => {
    throw cloudFault(error);
  });
  const { result } = await withinTime(request);
  // The function answers by the same contract that typed the input.
  return result as unknown as Answer<Name>;
}
