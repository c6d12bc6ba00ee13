import { type Fen, fen, sumFen, timesFen } from '../kernel/money';

/** What a shop takes for sending an order: `fee`, or nothing from `freeFrom` worth of goods. */
export interface FreightRule {
  fee: Fen;
  freeFrom: Fen;
}

export interface PricedLine {
  price: Fen;
  quantity: number;
}

export interface OrderPrice {
  goods: Fen;
  freight: Fen;
  toPay: Fen;
}

/** What an order costs. The checkout page previews with it, `placeOrder` charges with it: one rule on both sides. */
export function priceOrder(lines: readonly PricedLine[], rule: FreightRule): OrderPrice {
  const goods = sumFen(...lines.map((line) => timesFen(line.price, line.quantity)));
  const freight = goods >= rule.freeFrom ? fen(0) : rule.fee;
  return { goods, freight, toPay: sumFen(goods, freight) };
}
