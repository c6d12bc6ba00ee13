import { fen } from '../../shared/kernel/money';
import { orderStatuses } from '../../shared/order/status';
import { decidePayment } from './markPaid';
import type { OrderRecord } from './orders';

const order = (status: OrderRecord['status']): OrderRecord => ({
  _id: 'order-0001',
  attemptKey: 'try',
  openId: 'ann',
  shopId: 'shop-1',
  shopName: '店',
  status,
  lines: [],
  price: { goods: fen(9000), freight: fen(800), toPay: fen(9800) },
  receiver: { name: '', phone: '', region: '', detail: '' },
  note: '',
  placedAt: 0,
  payBefore: 900_000,
});
const payment = { transactionId: '4200000001', amount: fen(9800), paidAt: 60_000 };

test('a payment makes an unpaid order paid, refunds a cancelled one, and changes nothing else', () => {
  const decided = orderStatuses.map((status) => `${status}: ${decidePayment(order(status), payment)}`);
  expect(decided).toEqual([
    'awaitingPayment: paid',
    'paid: nothing',
    'shipped: nothing',
    'received: nothing',
    'completed: nothing',
    'cancelled: refunding',
    'refunding: nothing',
    'refunded: nothing',
  ]);
});

test('a payment of another amount is for a person to see, whatever the order’s status', () => {
  for (const status of orderStatuses) {
    expect(() => decidePayment(order(status), { ...payment, amount: fen(9799) })).toThrow('costs 9800 fen but 9799');
  }
});
