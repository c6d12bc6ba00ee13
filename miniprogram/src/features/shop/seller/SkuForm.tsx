import { View } from '@tarojs/components';
import { useState } from 'react';
import { scanCode } from '@/platform/scanCode';
import { useAction } from '@/platform/useAction';
import { Button } from '@/ui/Button';
import { CheckRow } from '@/ui/CheckRow';
import { Field, TextInput } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { type SkuDraft, skuProblem } from './productDraft';
import './SkuForm.scss';

interface SkuFormProps {
  title: string;
  sku: SkuDraft;
  /** Fills many at once: what is left empty stays as it is. */
  partly?: boolean;
  onDone(sku: SkuDraft): void;
  onClose(): void;
}

type TextOf = Exclude<keyof SkuDraft, 'off' | 'stocked'>;
const amounts: readonly { key: TextOf; label: string; hint: string }[] = [
  { key: 'price', label: '价格', hint: '元' },
  { key: 'wasPrice', label: '原价', hint: '元，划掉给人看，可不填' },
  { key: 'followerPrice', label: '会员价', hint: '元，可不填' },
  { key: 'cost', label: '成本', hint: '元，只有店里看得到，可不填' },
];
const counts: readonly { key: TextOf; label: string; hint: string }[] = [
  { key: 'grams', label: '重量（克）', hint: '连包装，算运费用' },
  { key: 'lowAt', label: '库存预警', hint: '剩多少件提醒' },
];

/** Price, stock and the rest of one SKU. */
export function SkuForm({ title, sku, partly = false, onDone, onClose }: SkuFormProps) {
  const [typed, type] = useState(sku);
  const [tried, setTried] = useState(false);
  const set = (part: Partial<SkuDraft>) => type((now) => ({ ...now, ...part }));
  const problem = partly || typed.off ? undefined : skuProblem(typed);
  const done = () => {
    setTried(true);
    if (!problem) onDone(typed);
  };
  const input = ({ key, label, hint }: (typeof amounts)[number], kind: 'digit' | 'number') => (
    <Field key={key} label={label}>
      <TextInput
        id={`sku-${key}`}
        label={label}
        type={kind}
        value={typed[key]}
        placeholder={partly ? '不填则不变' : hint}
        maxLength={9}
        onChange={(text) => set({ [key]: text })}
      />
    </Field>
  );
  return (
    <Sheet
      open
      title={title}
      onClose={onClose}
      bar={
        <Button id="sku-done" wide onPress={done}>
          {tried && problem ? problem : '好了'}
        </Button>
      }
    >
      <View className="sku-form">
        {!partly && (
          <CheckRow
            id="sku-on"
            text="在卖"
            hint="关掉后顾客选不到这一种，库存和记录都留着"
            checked={!typed.off}
            onChange={(on) => set({ off: !on })}
          />
        )}
        {amounts.map((field) => input(field, 'digit'))}
        {typed.stocked === undefined && input({ key: 'stock', label: '库存', hint: '现在有多少件' }, 'number')}
        {counts.map((field) => input(field, 'number'))}
        {!partly && <BarcodeField value={typed.barcode} onChange={(barcode) => set({ barcode })} />}
      </View>
    </Sheet>
  );
}

function BarcodeField({ value, onChange }: { value: string; onChange(barcode: string): void }) {
  const scanning = useAction(async () => {
    const code = await scanCode();
    if (code) onChange(code);
  });
  return (
    <Field label="条码">
      <View className="sku-form__barcode">
        <TextInput
          id="sku-barcode"
          label="条码"
          type="number"
          value={value}
          placeholder="扫一扫，可不填"
          maxLength={14}
          onChange={onChange}
        />
        <Button
          size="s"
          kind="quiet"
          icon="scan"
          label="扫条码"
          busy={scanning.busy}
          onPress={() => void scanning.run()}
        >
          扫
        </Button>
      </View>
    </Field>
  );
}
