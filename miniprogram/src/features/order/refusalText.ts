import type { RefusalIn } from '@shared/contract';
import { yuanText } from '@shared/kernel/money';
import { commonRefusalText } from '@/platform/commonRefusalText';
import { statusText } from './statusText';

/** What to tell a person about a refusal of an order. A new refusal in the contract breaks the build here. */
export function refusalText(refusal: RefusalIn<'order'>): string {
  switch (refusal.code) {
    case 'NOT_FOUND':
      return `${nouns[refusal.what]}不见了，请返回后再试`;
    case 'CART_FULL':
      return `购物车最多放 ${refusal.limit} 种商品，请先清理一下`;
    case 'TOO_MANY_ADDRESSES':
      return `最多保存 ${refusal.limit} 个地址，请先删除不用的`;
    case 'OUT_OF_STOCK':
      return refusal.left === 0 ? '有商品刚刚售罄了' : `库存不足，仅剩 ${refusal.left} 件`;
    case 'PRICE_CHANGED':
      return `价格有变化，应付 ${yuanText(refusal.toPay)}，请确认后再提交`;
    case 'ORDER_ID_TAKEN':
      return '订单提交冲突，请再点一次';
    case 'NOT_PAYABLE':
      return refusal.status === 'awaitingPayment'
        ? '付款时间已过，订单将自动取消'
        : `订单${statusText[refusal.status]}，无需付款`;
    case 'NOT_CANCELLABLE':
      return `订单${statusText[refusal.status]}，不能取消了`;
    case 'NOT_SHIPPABLE':
      return `订单${statusText[refusal.status]}，不能发货`;
    case 'NOT_RECEIVABLE':
      return `订单${statusText[refusal.status]}，还不能确认收货`;
    default:
      return commonRefusalText(refusal);
  }
}

const nouns = { shop: '店铺', sku: '商品', address: '收货地址', order: '订单' };
