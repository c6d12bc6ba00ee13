import { type Carrier, carrierCodes, carriers } from '@shared/order/carriers';
import { Button } from '@/ui/Button';
import { Choices } from '@/ui/Choices';
import { Field, TextInput } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import type { Shipping } from './useShipping';

const choices = carrierCodes.map((key) => ({ key, text: carriers[key] }));

interface ShipSheetProps {
  shipping: Shipping | undefined;
  ready: boolean;
  busy: boolean;
  onChange(change: Partial<Shipping>): void;
  onSend(): void;
  onClose(): void;
}

/** With whom, and under which number, an order goes off. */
export function ShipSheet({ shipping, ready, busy, onChange, onSend, onClose }: ShipSheetProps) {
  if (!shipping) return null;
  const confirm = (
    <Button id="ship-confirm" wide busy={busy} disabled={!ready} onPress={onSend}>
      {ready ? '确认发货' : '请填写快递单号'}
    </Button>
  );
  return (
    <Sheet open title={`发货给 ${shipping.order.receiver.name}`} bar={confirm} onClose={onClose}>
      <Choices<Carrier> choices={choices} chosen={shipping.carrier} onChoose={(carrier) => onChange({ carrier })} />
      <Field label="快递单号">
        <TextInput
          id="ship-number"
          label="快递单号"
          value={shipping.trackingNumber}
          placeholder="8 到 30 位字母或数字"
          maxLength={30}
          onChange={(trackingNumber) => onChange({ trackingNumber })}
        />
      </Field>
    </Sheet>
  );
}
