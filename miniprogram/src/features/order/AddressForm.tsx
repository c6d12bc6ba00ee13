import type { Place } from '@shared/kernel/geo';
import type { Address } from '@shared/order/shapes';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { canImportAddress, importAddress } from '@/platform/importAddress';
import { useAction } from '@/platform/useAction';
import { useDraft } from '@/platform/useDraft';
import { Button } from '@/ui/Button';
import { Check } from '@/ui/Check';
import { Field, TextInput } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { type AddressDraft, addressOf, addressProblems } from './addressProblems';
import { LocationInput } from './LocationInput';
import { RegionInput } from './RegionInput';
import './AddressForm.scss';

interface AddressFormProps {
  /** What the form opens with, unless an earlier visit left something; a new address has an id already. */
  start: AddressDraft;
  /** Whether the address book does not have it yet. */
  isNew: boolean;
  busy: boolean;
  onSave(address: Address): void;
  onClose(): void;
}

/** Writes one address. Problems are shown at their fields once somebody tries to save. */
export function AddressForm({ start, isNew, busy, onSave, onClose }: AddressFormProps) {
  const [draft, write] = useDraft<AddressDraft>('address', isNew ? 'new' : start.addressId, () => start);
  const [tried, setTried] = useState(false);
  const problems = tried ? addressProblems(draft) : {};
  const change = (part: Partial<AddressDraft>) => write((before) => ({ ...before, ...part }));
  // An address that moved is no longer where the map says.
  const move = (part: Partial<AddressDraft>) => write(({ location: _old, ...before }) => ({ ...before, ...part }));
  const locate = (location: Place) => change({ location: [...location] });
  const importing = useAction(async () => {
    const imported = await importAddress();
    if (imported) move(imported);
  });

  const save = () => {
    setTried(true);
    if (Object.keys(addressProblems(draft)).length === 0) onSave(addressOf(draft));
  };
  return (
    <Sheet
      open
      title={isNew ? '新增地址' : '修改地址'}
      onClose={onClose}
      bar={
        <Button id="address-save" wide busy={busy} onPress={save}>
          保存地址
        </Button>
      }
    >
      {canImportAddress && (
        <Button size="s" kind="second" icon="pin" busy={importing.busy} onPress={() => void importing.run()}>
          从微信地址簿导入
        </Button>
      )}
      <View className="address-form">
        <Field label="收货人" problem={problems.name}>
          <TextInput
            id="field-name"
            label="收货人"
            value={draft.name}
            placeholder="请填写姓名"
            maxLength={20}
            onChange={(name) => change({ name })}
          />
        </Field>
        <Field label="手机号" problem={problems.phone}>
          <TextInput
            id="field-phone"
            label="手机号"
            type="number"
            value={draft.phone}
            placeholder="11 位手机号"
            maxLength={11}
            onChange={(phone) => change({ phone })}
          />
        </Field>
        <Field label="所在地区" problem={problems.region}>
          <RegionInput id="field-region" value={draft.region} onChange={(region) => move({ region })} />
        </Field>
        <Field label="详细地址" problem={problems.detail}>
          <TextInput
            id="field-detail"
            label="详细地址"
            value={draft.detail}
            placeholder="街道、小区、门牌号"
            maxLength={80}
            onChange={(detail) => move({ detail })}
          />
        </Field>
        <Field label="地图位置">
          <LocationInput value={draft.location} onChange={locate} />
        </Field>
        <View className="address-form__default">
          <Text>设为默认地址</Text>
          <Check checked={draft.isDefault} label="设为默认地址" onChange={(isDefault) => change({ isDefault })} />
        </View>
      </View>
    </Sheet>
  );
}
