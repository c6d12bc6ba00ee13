import type { Answer, Input, OperationName } from '@shared/contract';
import Taro from '@tarojs/taro';
import { answersTheSameTwice } from './answersTheSameTwice';
import { cloudFault } from './cloudFault';
import { tryAgain } from './tryAgain';
import { withinTime } from './withinTime';

/**
 * Calls an operation by the name it has on both sides: `call('order.placeOrder', …)`. The part before the dot is the
 * cloud function. What the network loses is tried again, as every operation answers the same the second time. Refusals
 * are returned; a `NetworkFault` or `FunctionFault` is thrown.
 */
export const call = <Name extends OperationName>(name: Name, input: Input<Name>): Promise<Answer<Name>> =>
  answersTheSameTwice(name) ? tryAgain(() => callOnce(name, input)) : callOnce(name, input);

/** The same for whoever tries again in a rhythm of their own: the queues of visits and of stock. */
export async function callOnce<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Answer<Name>> {
  const [domain = '', operation = ''] = name.split('.');
  const request = Taro.cloud.callFunction({ name: domain, data: { operation, input } }).catch((error) => {
    throw cloudFault(error);
  });
  const { result } = await withinTime(request);
  // The function answers by the same contract that typed the input.
  return result as unknown as Answer<Name>;
}
