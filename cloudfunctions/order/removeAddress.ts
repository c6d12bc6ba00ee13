import { accept } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { deleteAddress } from './addresses';

export const removeAddress: Handler<OrderContract['removeAddress']> = async ({ addressId }, { openId }) => {
  await deleteAddress(addressId, openId);
  return accept({ addressId });
};
