import { Text, View } from '@tarojs/components';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Field, TextInput } from '@/ui/Field';
import { Pressable } from '@/ui/Pressable';
import { Sheet } from '@/ui/Sheet';
import { type AdjustReason, reasonsFor, reasonText } from './reasonText';
import './AdjustSheet.scss';
import { type Adjustment, nameOf } from './useStockAdjustment';
import { signed } from './waysOut';

const steps = [-10, -1, 1, 10, 50] as const;

interface AdjustSheetProps {
  adjustment: Adjustment | undefined;
  busy: boolean;
  onChange(change: Partial<Adjustment>): void;
  onSend(): void;
  onClose(): void;
}

/** Changes a SKU's stock by a difference: steps to tap with one thumb, a reason, a note. */
export function AdjustSheet({ adjustment, busy, onChange, onSend, onClose }: AdjustSheetProps) {
  if (!adjustment) return null;
  const { sku, delta, reason, note } = adjustment;
  const after = (by: number) => Math.max(-sku.stock, Math.min(9999, delta + by));
  const step = (by: number) => {
    const next = after(by);
    const [likely] = reasonsFor(next);
    onChange({ delta: next, ...(likely && !reasonsFor(next).includes(reason) && { reason: likely }) });
  };
  const confirm = (
    <Button id="adjust-confirm" wide busy={busy} disabled={delta === 0} onPress={onSend}>
      {delta === 0 ? '点上方数字增减' : `${reasonText[reason]} ${signed(delta)} 件`}
    </Button>
  );
  return (
    <Sheet open title={nameOf(sku)} bar={confirm} onClose={onClose}>
      <View className="adjust__counts" role="status" ariaLabel={`库存从 ${sku.stock} 变为 ${sku.stock + delta}`}>
        <Text className="adjust__now">{`${sku.stock}`}</Text>
        <Text className="adjust__arrow">→</Text>
        <Text className="adjust__then">{`${sku.stock + delta}`}</Text>
      </View>
      <View className="adjust__steps">
        {steps.map((by) => (
          <Pressable
            key={by}
            id={`adjust-by-${by}`}
            label={`${by < 0 ? '减' : '加'} ${Math.abs(by)} 件`}
            disabled={after(by) === delta}
            className={`adjust__step ${after(by) === delta ? 'adjust__step--off' : ''}`}
            onPress={() => step(by)}
          >
            {signed(by)}
          </Pressable>
        ))}
      </View>
      <Choices<AdjustReason>
        choices={reasonsFor(delta).map((key) => ({ key, text: reasonText[key] }))}
        chosen={reason}
        onChoose={(chosen) => onChange({ reason: chosen })}
      />
      <View className="adjust__note">
        <Field label="备注">
          <TextInput
            id="adjust-note"
            label="备注"
            value={note}
            placeholder="选填，如供货商、批次"
            maxLength={60}
            onChange={(text) => onChange({ note: text })}
          />
        </Field>
      </View>
    </Sheet>
  );
}
