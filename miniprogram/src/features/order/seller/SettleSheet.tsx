import { yuanText } from '@shared/kernel/money';
import type { Parcel } from '@shared/order/shapes';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { CheckRow } from '@/ui/CheckRow';
import { Sheet } from '@/ui/Sheet';
import type { CaseView } from '../afterSale/caseProgress';
import { ParcelFields } from '../ParcelFields';
import { newParcel, parcelOf } from '../parcelDraft';
import './AgreeSheet.scss';

interface SettleSheetProps {
  one: CaseView;
  busy: boolean;
  onAccept(choice: { restock: boolean; replacement?: Parcel }): void;
  onClose(): void;
}

/** The goods came back: the money goes, or other goods go. */
export function SettleSheet({ one, busy, onAccept, onClose }: SettleSheetProps) {
  const [restock, setRestock] = useState(true);
  const [draft, setDraft] = useState(newParcel);
  const exchange = one.kind === 'exchange';
  const replacement = exchange ? parcelOf(draft) : undefined;
  const ready = !exchange || replacement !== undefined;
  return (
    <Sheet
      open
      title={exchange ? '收到退货，寄出新的' : '收到退货，退款'}
      onClose={onClose}
      bar={
        <Button
          id="settle-confirm"
          wide
          busy={busy}
          disabled={!ready}
          onPress={() => onAccept(replacement ? { restock: false, replacement } : { restock })}
        >
          {exchange ? (ready ? '确认换货' : '请填写快递单号') : `退款 ${yuanText(one.amount)}`}
        </Button>
      }
    >
      {exchange ? (
        <>
          <Text className="case-sheet__hint">请填写换货包裹的单号，买家会看到。</Text>
          <ParcelFields id="replacement-number" parcel={draft} onChange={setDraft} />
        </>
      ) : (
        <CheckRow
          id="settle-restock"
          text="退回的商品放回库存"
          hint="完好、还能再卖时勾选"
          checked={restock}
          onChange={setRestock}
        />
      )}
    </Sheet>
  );
}
