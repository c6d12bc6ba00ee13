import { daysFrom } from '../../shared/kernel/chinaTime';
import { timesFen } from '../../shared/kernel/money';
import { accept, type OutputOf } from '../../shared/kernel/operation';
import type { OrderContract } from '../../shared/order/contract';
import type { Handler } from '../_runtime/serve';
import { readSkusOfShop, type SkuRecord } from '../shop/public';
import { readSales } from './dailySales';
import { addSales, type Remains, remainsOf, type Sales } from './sales';

type Answer = OutputOf<OrderContract['getSales']>;

const mostGoods = 200;
const mostIdle = 100;

export const getSales: Handler<OrderContract['getSales']> = async ({ shopId, from, to }, { now }) => {
  const days = daysFrom(from, to);
  const [byDay, skus] = await Promise.all([readSales(shopId, days, now), readSkusOfShop(shopId)]);
  const all = addSales(byDay.flat());
  const total = sumOf(all);
  return accept({
    total: { ...figuresOf(total), costed: total.costed },
    days: byDay.map((sales, index) => ({ day: days[index] ?? from, ...figuresOf(sumOf(sales)) })),
    goods: goodsOf(all, skus, days.length),
    idle: idleOf(all, skus),
  });
};

const nothing: Remains & { costNoted: boolean } = { pieces: 0, amount: 0, costed: 0, profit: 0, costNoted: false };

const sumOf = (sales: readonly Sales[]): typeof nothing =>
  sales.reduce((sum, each) => {
    const { pieces, amount, costed, profit } = remainsOf(each);
    return {
      pieces: sum.pieces + pieces,
      amount: sum.amount + amount,
      costed: sum.costed + costed,
      profit: sum.profit + profit,
      costNoted: sum.costNoted || each.costed.pieces > 0,
    };
  }, nothing);

const figuresOf = ({ pieces, amount, profit, costNoted }: typeof nothing) => ({
  ...{ pieces, amount },
  ...(costNoted && { profit }),
});

function goodsOf(all: readonly Sales[], skus: readonly SkuRecord[], days: number): Answer['goods'] {
  const stocks = new Map(skus.map(({ _id, stock }) => [_id, stock]));
  return all
    .flatMap((sales): Answer['goods'] => {
      if (!sales.as || sales.pieces === 0) return [];
      const figures = figuresOf(sumOf([sales]));
      const stock = stocks.get(sales.skuId);
      return [{ skuId: sales.skuId, ...sales.as, ...figures, ...lasting(stock, figures.pieces, days) }];
    })
    .sort((a, b) => b.pieces - a.pieces || b.amount - a.amount)
    .slice(0, mostGoods);
}

function lasting(stock: number | undefined, pieces: number, days: number): { stock?: number; daysLeft?: number } {
  if (stock === undefined) return {};
  return pieces > 0 ? { stock, daysLeft: Math.floor((stock * days) / pieces) } : { stock };
}

function idleOf(all: readonly Sales[], skus: readonly SkuRecord[]): Answer['idle'] {
  const sold = new Set(all.filter(({ pieces }) => pieces > 0).map(({ skuId }) => skuId));
  return skus
    .filter(({ _id, onShelf, stock }) => onShelf && stock > 0 && !sold.has(_id))
    .map(({ _id, productId, productName, choice, picture, stock, price }) => ({
      ...{ skuId: _id, productId, name: productName, choice, picture, stock },
      worth: timesFen(price, stock),
    }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, mostIdle);
}
