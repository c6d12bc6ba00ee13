export { cancelUnpaid, returnStock } from './cancelUnpaid';
export { markPaid, refundOrder } from './markPaid';
export { readOrders, readOverdueOrders, readUnfinishedOrders } from './orders';
export { openNotify, type Transaction } from './wechatPay';
