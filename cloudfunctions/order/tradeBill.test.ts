import { parseTradeBill } from './tradeBill';

const headings =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const payment =
  '`2026-11-22 10:00:00,`wx,`19,`0,`,`4200,`order-0001,`ann,`JSAPI,`SUCCESS,`OTHERS,`CNY,`97.00,`1.00,`0,`0,`0.00,`0.00,`,`,`茶,两罐,`,`0.59,`0.60%,`98.05,`0.00,`';
const refund =
  '`2026-11-22 11:00:00,`wx,`19,`0,`,`4200,`order-0001,`ann,`JSAPI,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`50,`order-0001-c1,`9.00,`0.00,`ORIGINAL,`FAIL,`茶,两罐,`,`-0.01,`0.60%,`0.00,`10.00,`';
const totals = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';
const bill = (count: number, ...rows: string[]) =>
  `\ufeff${[headings, ...rows, totals, `\`${count},\`97.00,\`9.00,\`0.00,\`0.58,\`98.05,\`10.00`].join('\r\n')}\r\n`;

test('payments count with what the order costs, refunds with what was asked for', () => {
  expect(parseTradeBill(bill(2, payment, refund))).toEqual([
    {
      is: 'payment',
      orderId: 'order-0001',
      transactionId: '4200',
      amount: 9805,
      paidAt: Date.parse('2026-11-22T10:00:00+08:00'),
    },
    { is: 'refund', orderId: 'order-0001', refundId: 'order-0001-c1', amount: 1000, state: 'abnormal' },
  ]);
});

test.each([
  ['a bill that was cut off', bill(2, payment)],
  ['a line with a value too many', bill(1, `${payment},\`x`)],
  ['a state nobody knows', bill(1, payment.replace('SUCCESS', 'REVOKED'))],
  ['an amount that is none', bill(1, payment.replace('98.05', '98.5'))],
])('%s is not believed', (_what, file) => {
  expect(() => parseTradeBill(file)).toThrow();
});
