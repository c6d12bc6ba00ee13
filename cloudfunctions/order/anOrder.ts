import { fen } from '../../shared/kernel/money';
import type { OrderRecord } from './OrderRecord';

/** For tests: an order of two teas at 45.00 and 8.00 freight, with what is to be different. */
export const anOrder = (change: Partial<OrderRecord> = {}): OrderRecord => ({
  _id: 'order-0001',
  version: 1,
  attemptKey: 'try',
  openId: 'ann',
  shopId: 'shop-1',
  shopName: '店',
  checkout: { checkoutId: 'order-0001', orderIds: ['order-0001'], toPay: fen(9800) },
  status: 'awaitingPayment',
  way: 'express',
  lines: [
    {
      skuId: 'tea-0001',
      productId: 'tea',
      name: '苦荞茶',
      choice: [],
      picture: 'cloud://x/tea.webp',
      price: fen(4500),
      quantity: 2,
      paid: fen(9000),
    },
  ],
  price: {
    ...{ goods: fen(9000), followerOff: fen(0), discount: fen(0), couponOff: fen(0) },
    ...{ freight: fen(800), freightOff: fen(0), toPay: fen(9800) },
  },
  credit: { origin: 'direct', again: false },
  receiver: { name: '安然', phone: '13800001234', region: '山西省 太原市 迎泽区', detail: '柳巷 1 号' },
  note: '',
  placedAt: 0,
  payBefore: 900_000,
  parcels: [],
  cases: [],
  refunds: [],
  stockReturns: [],
  history: [],
  openCases: 0,
  keys: [],
  ...change,
});
