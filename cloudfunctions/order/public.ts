export { noteRefund } from './finishOrder';
export { markPaid, requireAmount, WrongAmount } from './markPaid';
export { moveDueOrders } from './moveDueOrders';
export { readOrder, readOrders } from './orders';
export { openNotify } from './wechatPay';
