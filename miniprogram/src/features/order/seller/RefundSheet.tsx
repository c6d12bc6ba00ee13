import type { Fen } from '@shared/kernel/money';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { CheckRow } from '@/ui/CheckRow';
import { Sheet } from '@/ui/Sheet';
import { TextArea } from '@/ui/TextArea';
import { ClaimAmount } from '../afterSale/ClaimAmount';
import { PiecesPicker } from '../afterSale/PiecesPicker';
import type { RefundableOrder } from '../afterSale/refundable';
import { useClaim } from '../afterSale/useClaim';
import type { WantedLine } from '../lines';

/** A refund that the shop makes by itself; without an amount, it is the most there is. */
export interface OwnRefund {
  caseId: string;
  lines: WantedLine[];
  amount?: Fen;
  text: string;
  restock: boolean;
}

interface RefundSheetProps {
  order: RefundableOrder;
  busy: boolean;
  onRefund(refund: OwnRefund): void;
  onClose(): void;
}

/** Sends money back without being asked: for which pieces, how much, why. */
export function RefundSheet({ order, busy, onRefund, onClose }: RefundSheetProps) {
  const claim = useClaim(order);
  const [text, setText] = useState('');
  const [restock, setRestock] = useState(false);
  const { caseId, lines, amount, amountText } = claim;
  const missing = lines.length === 0 ? '请先选择商品' : (claim.problem ?? (text.trim() ? undefined : '请写明原因'));
  const refund = { caseId, lines, text: text.trim(), restock, ...(amount !== undefined && { amount }) };
  return (
    <Sheet
      open
      title="主动退款"
      onClose={onClose}
      bar={
        <Button id="refund-confirm" wide busy={busy} disabled={missing !== undefined} onPress={() => onRefund(refund)}>
          {missing ?? `退款 ¥${amountText}`}
        </Button>
      }
    >
      <PiecesPicker claim={claim} />
      <ClaimAmount claim={claim} />
      <TextArea id="refund-text" value={text} placeholder="原因，买家会看到" maxLength={200} onChange={setText} />
      <CheckRow text="商品放回库存" hint="商品还在店里时勾选" checked={restock} onChange={setRestock} />
    </Sheet>
  );
}
