import { sumFen } from '../../shared/kernel/money';
import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { isStuck } from './OrderRecord';
import { orderView } from './orderSummary';
import { readShopOrder } from './orders';

export const getShopOrder: Handler<OrderContract['getShopOrder']> = async ({ shopId, orderId }) => {
  const order = await readShopOrder(orderId, shopId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });

  const roleOf = (by: string) => {
    if (by === 'WeChat Pay' || by === 'clock') return by;
    return by === order.openId ? 'shopper' : 'staff';
  };
  const { state: _state, number: _number, ...invoiceRequest } = order.invoice ?? { state: undefined };
  const stuck = order.refunds.filter(isStuck).map(({ amount }) => amount);
  return accept({
    ...orderView(order),
    ...(stuck.length > 0 && { stuckMoney: sumFen(...stuck) }),
    ...('title' in invoiceRequest && { invoiceRequest }),
    history: order.history.map((entry) => ({ ...entry, by: roleOf(entry.by) })),
  });
};
