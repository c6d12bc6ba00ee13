import type { Parcel } from '@shared/order/shapes';
import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Sheet } from '@/ui/Sheet';
import { ParcelFields } from '../ParcelFields';
import { newParcel, type ParcelDraft, parcelsOf } from '../parcelDraft';
import './ShipSheet.scss';

/** WeChat takes at most this many parcels of one order (contract). */
const mostParcels = 15;

interface ShipSheetProps {
  title: string;
  /** What the parcels are at first: none when an order goes off, those sent when their numbers are put right. */
  first?: readonly ParcelDraft[];
  action: string;
  busy: boolean;
  onSend(parcels: Parcel[]): void;
  onClose(): void;
}

/** With whom, and under which numbers, an order goes off: one parcel or several. */
export function ShipSheet({ title, first, action, busy, onSend, onClose }: ShipSheetProps) {
  const [drafts, setDrafts] = useState<readonly ParcelDraft[]>(() => first ?? [newParcel()]);
  const parcels = parcelsOf(drafts);
  const change = (at: number, draft: ParcelDraft) =>
    setDrafts((before) => before.map((each, index) => (index === at ? draft : each)));
  const confirm = (
    <Button id="ship-confirm" wide busy={busy} disabled={!parcels} onPress={() => parcels && onSend(parcels)}>
      {parcels ? action : '请填写快递单号'}
    </Button>
  );
  return (
    <Sheet open title={title} bar={confirm} onClose={onClose}>
      {drafts.map((draft, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and only the last one goes.
        <View key={at} className="ship-sheet__parcel">
          <ParcelFields
            id={at === 0 ? 'ship-number' : `ship-number-${at + 1}`}
            parcel={draft}
            onChange={(changed) => change(at, changed)}
          />
        </View>
      ))}
      <View className="ship-sheet__rows">
        {drafts.length > 1 && (
          <Button size="s" kind="quiet" icon="minus" onPress={() => setDrafts(drafts.slice(0, -1))}>
            少一个包裹
          </Button>
        )}
        {drafts.length < mostParcels && (
          <Button
            id="add-parcel"
            size="s"
            kind="quiet"
            icon="plus"
            onPress={() => setDrafts([...drafts, newParcel(drafts.at(-1)?.carrier)])}
          >
            分开寄，再加一个包裹
          </Button>
        )}
      </View>
    </Sheet>
  );
}
