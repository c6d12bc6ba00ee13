export { cancelUnpaid, returnStock } from './cancelUnpaid';
export { markPaid, refundOrder } from './markPaid';
export { moveOrder, readOrders, readOrdersShippedBefore, readOverdueOrders, readUnfinishedOrders } from './orders';
export { openNotify, type Transaction } from './wechatPay';
