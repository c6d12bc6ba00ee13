import { type Carrier, carrierCodes, carriers } from '@shared/order/carriers';
import { View } from '@tarojs/components';
import { Choices } from '@/ui/Choices';
import { Field, TextInput } from '@/ui/Field';
import type { ParcelDraft } from './parcelDraft';

const choices = carrierCodes.map((key) => ({ key, text: carriers[key] }));

interface ParcelFieldsProps {
  /** The id of the number's input. */
  id: string;
  parcel: ParcelDraft;
  onChange(parcel: ParcelDraft): void;
}

/** With whom a parcel goes, and under which number. */
export function ParcelFields({ id, parcel, onChange }: ParcelFieldsProps) {
  return (
    <View>
      <Choices<Carrier>
        choices={choices}
        chosen={parcel.carrier}
        onChoose={(carrier) => onChange({ ...parcel, carrier })}
      />
      <Field label="快递单号">
        <TextInput
          id={id}
          label="快递单号"
          value={parcel.trackingNumber}
          placeholder="8 到 30 位字母或数字"
          maxLength={30}
          onChange={(trackingNumber) => onChange({ ...parcel, trackingNumber })}
        />
      </Field>
    </View>
  );
}
