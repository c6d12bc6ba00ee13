import type { OrderStatus } from '@shared/order/status';

/** An order's status in the shopper's words. */
export const statusText: Record<OrderStatus, string> = {
  awaitingPayment: '待付款',
  paid: '待发货',
  shipped: '待收货',
  readyForPickup: '待自提',
  received: '已收货',
  completed: '已完成',
  cancelled: '已取消',
  refunding: '退款中',
  refunded: '已退款',
};

/** What the status means for the shopper, and what happens next. */
export const statusMeaning: Record<OrderStatus, string> = {
  awaitingPayment: '库存已为您保留，请尽快付款',
  paid: '已收到付款，店家正在备货',
  shipped: '包裹正在路上，请留意快递消息',
  readyForPickup: '商品已备好，到店出示取货码即可',
  received: '您已收货，谢谢惠顾',
  completed: '交易完成，期待您再来',
  cancelled: '订单已取消，商品已放回货架',
  refunding: '正在为您退款，将原路退回',
  refunded: '款项已原路退回',
};
