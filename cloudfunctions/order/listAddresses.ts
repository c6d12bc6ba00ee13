import { accept } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { addressView, readAddresses } from './addresses';

export const listAddresses: Handler<OrderContract['listAddresses']> = async (_input, { openId }) =>
  accept({ addresses: (await readAddresses(openId)).map(addressView) });
