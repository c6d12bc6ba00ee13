import { accept, refuse } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { setting } from '../_runtime/setting';
import { readShop, termsOf } from '../shop/public';
import type { OrderRecord } from './OrderRecord';
import { orderView } from './orderSummary';
import { readOwnOrder } from './orders';

export const getOrder: Handler<OrderContract['getOrder']> = async ({ orderId }, { openId }) => {
  const order = await readOwnOrder(orderId, openId);
  if (!order) return refuse({ code: 'NOT_FOUND', what: 'order' });
  const view = { ...orderView(order), ...receiptOf(order) };
  if (order.way !== 'pickup') return accept(view);

  const shop = await readShop(order.shopId);
  const { pickupCode, payment } = order;
  return accept({
    ...view,
    ...(pickupCode && payment && { pickupCode }),
    ...(shop && { counter: { address: shop.address, place: termsOf(shop).location } }),
  });
};

/** WeChat knows the parcel from now on, so its own component can ask the payer whether it has come. */
const receiptOf = ({ _id, status, payment, shippingInfo }: OrderRecord) =>
  payment && status === 'shipped' && shippingInfo?.state === 'uploaded'
    ? {
        receipt: {
          merchantId: setting('WECHAT_PAY_MCHID'),
          merchantTradeNo: _id,
          transactionId: payment.transactionId,
        },
      }
    : {};
