import type { Output } from '@shared/contract';
import { yuanText } from '@shared/kernel/money';
import type { Parcel } from '@shared/order/shapes';
import { useState } from 'react';
import { ask } from '@/platform/ask';
import { useCall } from '@/platform/useCall';
import type { CaseView } from '../afterSale/caseProgress';
import { tell } from '../tell';
import { useDeed } from '../useDeed';
import type { OwnRefund } from './RefundSheet';
import { useHandOver } from './useHandOver';

/** An order as the shop sees it, with its history. */
export type ShopOrderView = Output<'order.getShopOrder'>;

/** The sheet that is open on the page of a shop's order, and the case it is about. */
export type OpenSheet =
  | { sheet: 'ship' | 'correct' | 'refund' | 'invoice' }
  | { sheet: 'agree' | 'settle'; one: CaseView }
  | { sheet: 'decline'; one: CaseView; when: 'asked' | 'returned' };

/** One order of a shop and everything that staff can do with it. A sheet closes when its deed is done. */
export function useShopOrder(shopId: string, orderId: string) {
  const order = useCall('order.getShopOrder', { shopId, orderId });
  const [open, setOpen] = useState<OpenSheet>();
  const deed = useDeed(order.refresh);
  const close = () => setOpen(undefined);
  const at = { shopId, orderId };
  const atCase = ({ caseId }: CaseView) => ({ ...at, caseId });

  return {
    order,
    busy: deed.busy,
    open,
    show: setOpen,
    close,
    ship: (parcels: Parcel[]) =>
      deed.run(() => tell('order.shipOrder', { ...at, parcels }, '已发货，买家会看到'), close),
    setOff: async () => {
      if (await ask(reallySetOff)) await deed.run(() => tell('order.shipOrder', { ...at, parcels: [] }, '已开始配送'));
    },
    correct: (parcels: Parcel[]) =>
      deed.run(() => tell('order.correctShipment', { ...at, parcels }, '单号已更正'), close),
    prepare: () => deed.run(() => tell('order.preparePickup', at, '已通知买家来取')),
    handOver: useHandOver(shopId, order.refresh),
    agree: (one: CaseView, choice: { answer: string; restock: boolean }) =>
      deed.run(() => tell('order.decideAfterSale', { ...atCase(one), decision: 'agree', ...choice }, '已同意'), close),
    decline: (one: CaseView, when: 'asked' | 'returned', answer: string) =>
      deed.run(
        () =>
          when === 'asked'
            ? tell('order.decideAfterSale', { ...atCase(one), decision: 'decline', answer }, '已拒绝，买家会看到原因')
            : tell('order.settleReturn', { ...atCase(one), outcome: 'decline', answer }, '已拒绝，买家会看到原因'),
        close,
      ),
    settle: (one: CaseView, choice: { restock: boolean; replacement?: Parcel }) =>
      deed.run(() => tell('order.settleReturn', { ...atCase(one), outcome: 'accept', ...choice }, '已处理'), close),
    refund: async (refund: OwnRefund) => {
      if (await ask(reallyRefund(refund)))
        await deed.run(() => tell('order.refundOrder', { ...at, ...refund }, '退款已发起'), close);
    },
    retryRefund: () => deed.run(() => tell('order.retryRefund', at, '已重新发起退款')),
    issueInvoice: (number: string) =>
      deed.run(() => tell('order.issueInvoice', { ...at, number }, '已记下，买家会看到'), close),
  };
}

/** What the page of a shop's order hands to its parts. */
export type ShopOrderDeeds = Omit<ReturnType<typeof useShopOrder>, 'order'>;

const reallySetOff = { title: '现在送出？', text: '买家会看到订单已在路上。', agree: '开始配送', keep: '再等等' };

const reallyRefund = ({ amount }: OwnRefund) => ({
  title: '确认退款？',
  text: `${amount === undefined ? '所选商品的全部实付款' : yuanText(amount)} 会马上原路退给买家，不能撤回。`,
  agree: '确认退款',
  keep: '再想想',
});
