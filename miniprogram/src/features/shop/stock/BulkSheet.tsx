import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Field, TextInput } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import './BulkSheet.scss';
import { type AdjustReason, reasonsFor, reasonText } from './reasonText';
import type { useBulkEdit } from './useBulkEdit';
import { signed } from './waysOut';

type BulkWay = 'in' | 'out' | 'lowAt';

/** The same change for all that are chosen: a difference of stock, or from when on to be reminded. */
export function BulkSheet({ bulk }: { bulk: ReturnType<typeof useBulkEdit> }) {
  const [way, setWay] = useState<BulkWay>('in');
  const [typed, type] = useState('');
  const number = Number(typed);
  const delta = way === 'out' ? -number : number;
  const [chosenReason, setReason] = useState<AdjustReason>('restock');
  const [likely = 'other'] = reasonsFor(delta);
  const reason = reasonsFor(delta).includes(chosenReason) ? chosenReason : likely;
  const isOk = /^\d{1,4}$/.test(typed) && (way === 'lowAt' || number > 0);
  const doneText = way === 'lowAt' ? `剩 ${typed} 件时提醒` : `每款 ${reasonText[reason]} ${signed(delta)} 件`;
  return (
    <Sheet
      open
      title={`一起改 ${bulk.chosen?.length ?? 0} 款`}
      onClose={bulk.close}
      bar={
        <Button
          id="bulk-done"
          wide
          busy={bulk.busy}
          disabled={!isOk}
          onPress={() => (way === 'lowAt' ? bulk.setLowAt(number) : bulk.adjust(delta, reason))}
        >
          {isOk ? doneText : '填写件数'}
        </Button>
      }
    >
      <View className="bulk-sheet">
        <Choices<BulkWay>
          id="bulk-way"
          choices={[
            { key: 'in', text: '每款加' },
            { key: 'out', text: '每款减' },
            { key: 'lowAt', text: '库存预警' },
          ]}
          chosen={way}
          onChoose={setWay}
        />
        <Field label={way === 'lowAt' ? '剩多少件提醒' : '件数'}>
          <TextInput
            id="bulk-number"
            label="件数"
            type="number"
            value={typed}
            placeholder="0"
            maxLength={4}
            onChange={type}
          />
        </Field>
        {way !== 'lowAt' && (
          <Choices<AdjustReason>
            choices={reasonsFor(delta).map((key) => ({ key, text: reasonText[key] }))}
            chosen={reason}
            onChoose={setReason}
          />
        )}
      </View>
    </Sheet>
  );
}
