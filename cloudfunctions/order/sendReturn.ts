import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { readOwnOrder } from './orders';
import { stepCase } from './stepCase';

export const sendReturn: Handler<OrderContract['sendReturn']> = async (input, { openId, now }) => {
  const { orderId, caseId, parcel } = input;
  const order = await readOwnOrder(orderId, openId);
  const fields = { returnParcel: parcel };
  return stepCase(order, caseId, { by: openId, at: now }, () => ({ to: 'returning', fields }));
};
