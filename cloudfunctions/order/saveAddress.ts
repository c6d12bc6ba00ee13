import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { addressLimit, makeOnlyDefault, readAddresses, writeAddress } from './addresses';

export const saveAddress: Handler<OrderContract['saveAddress']> = async ({ addressId, ...address }, { openId }) => {
  const others = (await readAddresses(openId)).filter((each) => each._id !== addressId);
  if (others.length >= addressLimit) return refuse({ code: 'TOO_MANY_ADDRESSES', limit: addressLimit });

  // The first address is the default one, whatever was ticked.
  const isDefault = address.isDefault || others.length === 0;
  const written = await writeAddress({ _id: addressId, openId, ...address, isDefault });
  if (written === 'taken') return refuse({ code: 'NOT_FOUND', what: 'address' });

  if (isDefault) await makeOnlyDefault(addressId, openId);
  return accept({ addressId });
};
