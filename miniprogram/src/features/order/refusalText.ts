import type { RefusalIn } from '@shared/contract';
import { whyNotUsableText } from '@shared/coupon/couponText';
import { yuanText } from '@shared/kernel/money';
import { commonRefusalText } from '@/platform/commonRefusalText';
import { caseStatusText } from './caseText';
import { statusText } from './statusText';
import { obstacleText } from './wayText';

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
    case 'COUPON_NOT_USABLE':
      return `${whyNotUsableText(refusal.whyNot)}，订单未提交`;
    case 'CHECKOUT_ID_TAKEN':
    case 'CASE_ID_TAKEN':
      return '提交冲突，请再点一次';
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
    case 'NOT_CORRECTABLE':
      return refusal.corrected ? '单号已更正过一次，不能再改' : `订单${statusText[refusal.status]}，不能改单号`;
    case 'PARCEL_NEEDED':
      return '请填写快递公司和单号';
    case 'CASE_OPEN':
      return '买家申请了售后，请先处理';
    case 'NOT_DELIVERABLE':
      return obstacleText[refusal.obstacle];
    case 'NOT_REFUNDABLE':
      return `订单${statusText[refusal.status]}，不能申请售后`;
    case 'TOO_MANY_PIECES':
      return refusal.left === 0 ? '这件商品已在售后中' : `最多还能申请 ${refusal.left} 件`;
    case 'AMOUNT_TOO_HIGH':
      return `最多可退 ${yuanText(refusal.most)}`;
    case 'TOO_MANY_CASES':
      return `一笔订单最多申请 ${refusal.limit} 次售后，请联系店家`;
    case 'CASE_MOVED':
      return `售后单${caseStatusText[refusal.status]}，请刷新后再看`;
    case 'REPLACEMENT_NEEDED':
      return '请填写换货的快递单号';
    case 'NO_INVOICE':
      return noInvoiceText[refusal.because];
    default:
      return commonRefusalText(refusal);
  }
}

const noInvoiceText = {
  notPaid: '付款后才能申请发票',
  issued: '发票已经开出，如需更改请联系店家',
  notRequested: '买家没有申请发票',
};

const nouns = { shop: '店铺', sku: '商品', address: '收货地址', order: '订单', case: '售后单' };
