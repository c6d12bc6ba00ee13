import { View } from '@tarojs/components';
import { TextInput } from '@/ui/Field';
import type { RegionInputProps } from './RegionInput';
import './RegionInput.scss';

const parts = [
  { key: 'province', label: '省份', placeholder: '省' },
  { key: 'city', label: '城市', placeholder: '市' },
  { key: 'district', label: '区县', placeholder: '区/县' },
];

/** Taro's Picker knows no regions in a browser; there, province, city and district are typed side by side. */
export function RegionInput({ id, value, onChange }: RegionInputProps) {
  const type = (at: number, text: string) =>
    onChange(parts.map((_, index) => (index === at ? text : (value[index] ?? ''))));
  return (
    <View id={id} className="region-parts">
      {parts.map(({ key, label, placeholder }, at) => (
        <View key={key} className="region-parts__part">
          <TextInput
            id={`${id}-${key}`}
            label={label}
            value={value[at] ?? ''}
            placeholder={placeholder}
            maxLength={20}
            confirmType="next"
            onChange={(text) => type(at, text)}
          />
        </View>
      ))}
    </View>
  );
}
