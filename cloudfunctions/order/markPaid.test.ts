import { fen } from '../../shared/kernel/money';
import { orderStatuses } from '../../shared/order/status';
import { anOrder } from './anOrder';
import { withPayment } from './markPaid';

const payment = { transactionId: '4200000001', amount: fen(9800), paidAt: 60_000 };

test('a payment makes an unpaid order paid, refunds a cancelled one, and changes nothing else', () => {
  const after = orderStatuses.map((status) => `${status} → ${withPayment(anOrder({ status }), payment, 1).status}`);
  expect(after).toEqual([
    'awaitingPayment → paid',
    'paid → paid',
    'shipped → shipped',
    'readyForPickup → readyForPickup',
    'received → received',
    'completed → completed',
    'cancelled → refunding',
    'refunding → refunding',
    'refunded → refunded',
  ]);
});

test('the money for a cancelled order goes back whole', () => {
  const { refunds } = withPayment(anOrder({ status: 'cancelled' }), payment, 1);
  expect(refunds).toMatchObject([{ refundId: 'order-0001-late', amount: 9800, state: 'underWay' }]);
});

test('a payment of another amount is for a person to see, whatever the order’s status', () => {
  for (const status of orderStatuses) {
    const wrong = { ...payment, amount: fen(9799) };
    expect(() => withPayment(anOrder({ status }), wrong, 1)).toThrow('costs 9800 fen but 9799');
  }
});
