import { useState } from 'react';
import { ask } from '@/platform/ask';
import { newParcel, type ParcelDraft, parcelOf } from '../parcelDraft';
import { tell } from '../tell';
import { useDeed } from '../useDeed';

/** What a shopper does about the cases of an order: takes one back, or sends the goods back. */
export function useOwnCases(orderId: string, refresh: () => Promise<void>) {
  const [returning, setReturning] = useState<{ caseId: string; parcel: ParcelDraft }>();
  const deed = useDeed(refresh);
  const parcel = returning && parcelOf(returning.parcel);
  const close = () => setReturning(undefined);

  return {
    busy: deed.busy,
    withdraw: (caseId: string) =>
      deed.run(async () => {
        if (!(await ask(reallyWithdraw))) return false;
        return tell('order.withdrawAfterSale', { orderId, caseId }, '已撤销申请');
      }),
    returning,
    beginReturn: (caseId: string) => setReturning({ caseId, parcel: newParcel() }),
    changeReturn: (changed: ParcelDraft) => setReturning((now) => now && { ...now, parcel: changed }),
    closeReturn: close,
    ready: parcel !== undefined,
    sendReturn: async () => {
      if (!returning || !parcel) return;
      const { caseId } = returning;
      await deed.run(
        () => tell('order.sendReturn', { orderId, caseId, parcel }, '已告诉店家，收到后会尽快处理'),
        close,
      );
    },
  };
}

const reallyWithdraw = {
  title: '撤销这次申请？',
  text: '撤销后如果还需要，可以再次申请。',
  agree: '撤销申请',
  keep: '再想想',
};
