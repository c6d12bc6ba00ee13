export { sumCohorts } from './cohorts';
export { noteRefund } from './finishOrder';
export { markPaid, requireAmount, WrongAmount } from './markPaid';
export { moveDueOrders } from './moveDueOrders';
export { type PaymentSum, type RefundSum, sumPayments, sumRefunds } from './orderSums';
export { readOrder, readOrders } from './orders';
export { reconcileDay } from './reconcileDay';
export { readBills } from './reconciliations';
export { openNotify } from './wechatPay';
