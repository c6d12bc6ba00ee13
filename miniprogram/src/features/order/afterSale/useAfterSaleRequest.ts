import type { Output } from '@shared/contract';
import { type CaseKind, type CaseReason, kindsFor } from '@shared/order/afterSale';
import { useState } from 'react';
import { call } from '@/platform/call';
import { showSnack } from '@/platform/snacks';
import { useAction } from '@/platform/useAction';
import { refusalText } from '../refusalText';
import { useClaim } from './useClaim';

interface Words {
  kind: CaseKind;
  reason: CaseReason;
  text: string;
}

/** A shopper's request after the sale, from the choice of pieces to its answer; `onAsked` runs when the shop has it. */
export function useAfterSaleRequest(order: Output<'order.getOrder'>, onAsked: () => void) {
  const { orderId, status } = order;
  const kinds = kindsFor(status);
  const claim = useClaim(order);
  const [words, setWords] = useState<Words>({ kind: kinds[0] ?? 'refundOnly', reason: 'noLongerWanted', text: '' });
  const [pictures, changePictures] = useState<readonly string[]>([]);
  const { caseId, lines, amount } = claim;
  const forMoney = words.kind !== 'exchange';

  const asking = useAction(async () => {
    const reply = await call('order.requestAfterSale', {
      ...{ orderId, caseId, lines, ...words, pictures: [...pictures] },
      ...(forMoney && amount !== undefined && { amount }),
    });
    showSnack({ text: reply.ok ? '已提交，店家会尽快处理' : refusalText(reply.refusal) });
    if (reply.ok) onAsked();
    else if (reply.refusal.code === 'CASE_ID_TAKEN') claim.renew();
  });
  return {
    kinds,
    claim,
    words,
    say: (part: Partial<Words>) => setWords((before) => ({ ...before, ...part })),
    pictures,
    changePictures,
    forMoney,
    ready: lines.length > 0 && !(forMoney && claim.problem),
    asking,
  };
}
