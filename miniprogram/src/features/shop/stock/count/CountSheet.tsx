import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '@/ui/Button';
import { Field, TextInput } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { nameOf } from '../useStockAdjustment';
import { signed } from '../waysOut';
import './CountSheet.scss';
import type { CountedSku } from './useCount';

interface CountSheetProps {
  counted: CountedSku;
  onNote(counted: number): void;
  onClose(): void;
}

/** How many there are of one SKU, beside what should be there. */
export function CountSheet({ counted: { sku, shelf }, onNote, onClose }: CountSheetProps) {
  const [typed, type] = useState('');
  const expected = shelf.stock + shelf.held;
  const isOk = /^\d{1,6}$/.test(typed);
  const difference = Number(typed) - expected;
  return (
    <Sheet
      open
      title={nameOf(sku)}
      onClose={onClose}
      bar={
        <Button id="count-note" wide disabled={!isOk} onPress={() => onNote(Number(typed))}>
          {isOk ? `记下：${difference === 0 ? '相符' : `差 ${signed(difference)} 件`}` : '填写数到的件数'}
        </Button>
      }
    >
      <View className="count-sheet__book">
        <Text className="count-sheet__expected">{`应有 ${expected} 件`}</Text>
        <Text className="count-sheet__held">
          {shelf.held > 0 ? `可售 ${shelf.stock}，已卖出还没发走 ${shelf.held}` : '没有待发的订单'}
        </Text>
      </View>
      <Field label="数到">
        <TextInput
          id="count-number"
          label="数到的件数"
          type="number"
          value={typed}
          placeholder="连同待发订单的货一起数"
          maxLength={6}
          focus
          onChange={type}
        />
      </Field>
      <View className="count-sheet__same">
        <Button id="count-same" kind="second" icon="check" wide onPress={() => onNote(expected)}>
          相符，就是 {`${expected}`} 件
        </Button>
      </View>
    </Sheet>
  );
}
