import type { Place } from '@shared/kernel/geo';
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { chooseLocation } from '@/platform/chooseLocation';
import { useAction } from '@/platform/useAction';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import './LocationInput.scss';

/** A place to point at where an address is; the same in both targets. */
export interface LocationInputProps {
  value: Place | undefined;
  onChange(place: Place): void;
}

/** WeChat's own map, to point at the door. Shops that deliver themselves measure from there. */
export function LocationInput({ value, onChange }: LocationInputProps) {
  const [name, setName] = useState('');
  const choosing = useAction(async () => {
    const chosen = await chooseLocation(value);
    if (!chosen) return;
    setName(chosen.name);
    onChange(chosen.place);
  });
  return (
    <Pressable id="field-location" className="location-input" onPress={() => void choosing.run()}>
      <Text className={`location-input__name ${value ? '' : 'location-input__name--empty'}`}>
        {value ? name || '已在地图上标出' : '选填，同城配送需要'}
      </Text>
      <Icon name="pin" size={18} />
    </Pressable>
  );
}
